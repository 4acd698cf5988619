import type { Tx } from '#ground/database/index.ts'
import { feature, type Ground } from '#ground/feature.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { keepBridging } from './keep-bridging.ts'
import { hear, keepVoice } from './keep-voice.ts'
import { learnHeads } from './learn-heads.ts'
import { migrations } from './migrations/index.ts'
import { countAct, tellOfNote, training } from './model/index.ts'
import { closePromises } from './promises/close-promises.ts'
import { keepPromise, markKey } from './promises/keep-promise.ts'
import { makeMonths } from './queries/months.ts'
import { wrongSums } from './queries/payments.ts'
import { projectNote, regroupNotes } from './queries/projection.ts'
import { forgetReader } from './queries/promises.ts'
import { dropActsOf, dropControls } from './queries/signals.ts'
import { dropVoicesOf } from './queries/voices.ts'
import { rebuild } from './rebuild.ts'
import { routes } from './routes.ts'
import { archive } from './signals/export-signals.ts'
import { servedKey } from './signals/serve.ts'
import { tidySignals } from './signals/tidy.ts'
import './tables.ts'

type Heard = { payload: { noteId: NoteId } }
/** Whichever event brings a note into the feeds first: it is decided whether the note waits. */
const bring = async (tx: Tx, ground: Ground, id: NoteId) => {
  if (await projectNote(tx, id)) await keepVoice(tx, ground, id)
}
const project = (ground: Ground, { payload }: Heard) => ground.db.transaction((tx) => bring(tx, ground, payload.noteId))
/** What changes what a note says of itself, or whether it is public: the engine is told. */
const projectAndTell = async (tx: Tx, ground: Ground, id: NoteId) => {
  await bring(tx, ground, id)
  await tellOfNote(tx, id)
}
/** What makes a note public, or no longer, makes or ends its promises. */
const projectAndPromise = async (ground: Ground, { payload }: Heard) => {
  const key = await markKey(ground)
  await ground.db.transaction(async (tx) => {
    await projectAndTell(tx, ground, payload.noteId)
    await keepPromise(tx, ground, key, payload.noteId)
  })
}
const acted = async (ground: Ground, heard: Heard) => {
  await project(ground, heard)
  await countAct(ground)
}
const liked = async (ground: Ground, heard: Heard) => {
  await acted(ground, heard)
  await ground.db.transaction((tx) => hear(tx, heard.payload.noteId))
}
const commented = (ground: Ground, { payload }: { payload: { rootId: NoteId } }) => acted(ground, { payload: { noteId: payload.rootId } })
const layered = async (ground: Ground, { payload }: { payload: { subjectKind: string; subjectId: string } }) => {
  if (payload.subjectKind === 'note') await ground.db.transaction((tx) => projectAndTell(tx, ground, payload.subjectId as NoteId))
}

async function forget(tx: Tx, member: ActorId): Promise<void> {
  await dropActsOf(tx, member)
  await dropControls(tx, member)
  await forgetReader(tx, member)
  await dropVoicesOf(tx, member)
}

export const feed = feature({
  name: 'feed',
  migrations,
  routes,
  jobs: (ground) => [rebuild(ground), training(ground), keepBridging(ground), learnHeads(ground), closePromises(ground), tidySignals(ground)] as Job<never>[],
  async start(ground) {
    await servedKey(ground)
    await makeMonths(ground.db, ground.clock.now())
  },
  exports: archive,
  forget,
  health: { 'promises whose sums are not those of their lines': wrongSums },
  on: {
    'note.published': projectAndPromise,
    'note.edited': projectAndPromise,
    'note.removed': projectAndPromise,
    'note.liked': liked,
    'note.unliked': project,
    'note.boosted': acted,
    'note.unboosted': project,
    'note.saved': acted,
    'note.unsaved': project,
    'comment.published': commented,
    'layer.added': layered,
    'layer.removed': layered,
    'topics.regrouped': ({ db }, { payload }) => regroupNotes(db, payload.topicIds),
  },
})
