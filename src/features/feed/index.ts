import { feature, type Ground } from '#ground/feature.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { migrations } from './migrations/index.ts'
import { projectNote, regroupNotes } from './queries/projection.ts'
import { rebuild } from './rebuild.ts'
import { routes } from './routes.ts'
import './tables.ts'

const project = ({ db }: Ground, { payload }: { payload: { noteId: NoteId } }) => db.transaction((tx) => projectNote(tx, payload.noteId))
const root = ({ db }: Ground, { payload }: { payload: { rootId: NoteId } }) => db.transaction((tx) => projectNote(tx, payload.rootId))
const layered = async ({ db }: Ground, { payload }: { payload: { subjectKind: string; subjectId: string } }) => {
  if (payload.subjectKind === 'note') await db.transaction((tx) => projectNote(tx, payload.subjectId as NoteId))
}

export const feed = feature({
  name: 'feed',
  migrations,
  routes,
  jobs: (ground) => [rebuild(ground)],
  on: {
    'note.published': project,
    'note.edited': project,
    'note.removed': project,
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
