import { feature } from '#ground/feature.ts'
import './events.ts'
import { dropBoards, dropNote, partBlocked } from './let-go.ts'
import { migrations } from './migrations/index.ts'
import { boardsOf, noteIdsOf, sectionsOf, wrongCounts } from './queries/boards.ts'
import { boardsSharedWith, peopleOf } from './queries/people.ts'
import { boardRoutes } from './routes/boards.ts'
import { peopleRoutes } from './routes/people.ts'
import { saveRoutes } from './routes/saves.ts'
import { searchable, subjects } from './subjects.ts'
import './tables.ts'

export const boards = feature({
  name: 'boards',
  migrations,
  routes: [...boardRoutes, ...saveRoutes, ...peopleRoutes],
  subjects,
  searchable,
  on: { 'note.removed': dropNote, 'member.left': dropBoards, 'block.made': partBlocked },
  health: { 'boards with a wrong count': wrongCounts },
  exports: {
    boards: {
      async *export(db, member) {
        for (const board of await boardsOf(db, member))
          yield { ...board, sections: await sectionsOf(db, board.id), notes: await noteIdsOf(db, board.id), people: await peopleOf(db, [board.id]) }
      },
    },
    'shared boards': {
      async *export(db, member) {
        yield* await boardsSharedWith(db, member)
      },
    },
  },
})

export { createBoard } from './change-board.ts'
export { type BoardView, boardViews, zBoardView } from './present.ts'
export { saveNote, unsaveNote } from './save-note.ts'
