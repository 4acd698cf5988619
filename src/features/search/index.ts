import './events.ts'
import { feature, type Ground, subject, wholeOf } from '#ground/feature.ts'
import { indexSubject } from './index-subject.ts'
import { migrations } from './migrations/index.ts'
import { deleteSearchesOf } from './queries/saved.ts'
import { askForTopics, rebuild, rebuildTopics } from './rebuild.ts'
import { routes } from './routes.ts'
import { exportSearches } from './saved/export-searches.ts'
import { savedRoutes } from './saved/routes.ts'
import { savedSearchSubject } from './saved/subject.ts'
import { tellMatches } from './saved/tell-matches.ts'
import { startSearch } from './start.ts'
import './tables.ts'

const note = (ground: Ground, { payload }: { payload: { noteId: string } }) => indexSubject(ground, subject('note', payload.noteId))
const comment = (ground: Ground, { payload }: { payload: { noteId: string } }) => indexSubject(ground, subject('comment', payload.noteId))
const both = async (ground: Ground, event: { payload: { noteId: string } }) => {
  await note(ground, event)
  await comment(ground, event)
}
/** What is a part of something, as a picture is of a note, is found as that. */
const layered = async (ground: Ground, { payload }: { payload: { subjectKind: string; subjectId: string } }) => {
  const whole = await wholeOf(ground.house, ground.db.q, subject(payload.subjectKind, payload.subjectId))
  if (whole) await indexSubject(ground, whole)
}
const person = (ground: Ground, { payload }: { payload: { actorId: string } }) => indexSubject(ground, subject('person', payload.actorId))

export const search = feature({
  name: 'search',
  migrations,
  routes: [...routes, ...savedRoutes],
  start: startSearch,
  jobs: (ground) => [rebuild(ground), rebuildTopics(ground), tellMatches(ground)],
  subjects: { 'saved-search': savedSearchSubject },
  exports: { 'saved-searches': { export: exportSearches } },
  forget: async (tx, member) => void (await deleteSearchesOf(tx, member)),
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
    'topics.regrouped': askForTopics,
    'board.changed': (ground, { payload }) => indexSubject(ground, subject('board', payload.boardId)),
  },
})
