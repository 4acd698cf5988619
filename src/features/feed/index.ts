import { feature, type Ground } from '#ground/feature.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { migrations } from './migrations/index.ts'
import { closePromises } from './promises/close-promises.ts'
import { keepPromise, markKey } from './promises/keep-promise.ts'
import { wrongSums } from './queries/payments.ts'
import { projectNote, regroupNotes } from './queries/projection.ts'
import { forgetReader } from './queries/promises.ts'
import { rebuild } from './rebuild.ts'
import { routes } from './routes.ts'
import './tables.ts'

const project = ({ db }: Ground, { payload }: { payload: { noteId: NoteId } }) => db.transaction((tx) => projectNote(tx, payload.noteId))
/** What makes a note public, or no longer, makes or ends its promises. */
const projectAndPromise = async (ground: Ground, { payload }: { payload: { noteId: NoteId } }) => {
  const key = await markKey(ground)
  await ground.db.transaction(async (tx) => {
    await projectNote(tx, payload.noteId)
    await keepPromise(tx, ground, key, payload.noteId)
  })
}
const root = ({ db }: Ground, { payload }: { payload: { rootId: NoteId } }) => db.transaction((tx) => projectNote(tx, payload.rootId))
const layered = async ({ db }: Ground, { payload }: { payload: { subjectKind: string; subjectId: string } }) => {
  if (payload.subjectKind === 'note') await db.transaction((tx) => projectNote(tx, payload.subjectId as NoteId))
}

export const feed = feature({
  name: 'feed',
  migrations,
  routes,
  jobs: (ground) => [rebuild(ground), closePromises(ground)] as Job<never>[],
  forget: forgetReader,
  health: { 'promises whose sums are not those of their lines': wrongSums },
  on: {
    'note.published': projectAndPromise,
    'note.edited': projectAndPromise,
    'note.removed': projectAndPromise,
    'note.liked': project,
    'note.unliked': project,
    'note.boosted': project,
    'note.unboosted': project,
    'note.saved': project,
    'note.unsaved': project,
    'comment.published': root,
    'layer.added': layered,
    'layer.removed': layered,
    'topics.regrouped': ({ db }, { payload }) => regroupNotes(db, payload.topicIds),
  },
})

export { composition, weights } from './weights.ts'
