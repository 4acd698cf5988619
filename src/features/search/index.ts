import { feature, type Ground, subject } from '#ground/feature.ts'
import { indexSubject } from './index-subject.ts'
import { migrations } from './migrations/index.ts'
import { rebuild } from './rebuild.ts'
import { routes } from './routes.ts'
import { startSearch } from './start.ts'
import './tables.ts'

const note = (ground: Ground, { payload }: { payload: { noteId: string } }) => indexSubject(ground, subject('note', payload.noteId))
const comment = (ground: Ground, { payload }: { payload: { noteId: string } }) => indexSubject(ground, subject('comment', payload.noteId))
const both = async (ground: Ground, event: { payload: { noteId: string } }) => {
  await note(ground, event)
  await comment(ground, event)
}
const layered = (ground: Ground, { payload }: { payload: { subjectKind: string; subjectId: string } }) =>
  indexSubject(ground, subject(payload.subjectKind, payload.subjectId))
const person = (ground: Ground, { payload }: { payload: { actorId: string } }) => indexSubject(ground, subject('person', payload.actorId))

export const search = feature({
  name: 'search',
  migrations,
  routes,
  start: startSearch,
  jobs: (ground) => [rebuild(ground)],
  on: {
    'note.published': note,
    'note.edited': both,
    'note.removed': both,
    'comment.published': comment,
    'layer.added': layered,
    'layer.changed': layered,
    'layer.removed': layered,
    'member.joined': person,
    'member.left': person,
    'actor.changed': person,
    'board.changed': (ground, { payload }) => indexSubject(ground, subject('board', payload.boardId)),
  },
})
