import { feature } from '#ground/feature.ts'
import './events.ts'
import { dropBoards, dropNote } from './let-go.ts'
import { migrations } from './migrations/index.ts'
import { boardsOf, noteIdsOf, sectionsOf, wrongCounts } from './queries/boards.ts'
import { boardRoutes } from './routes/boards.ts'
import { saveRoutes } from './routes/saves.ts'
import { searchable, subjects } from './subjects.ts'
import './tables.ts'

export const boards = feature({
  name: 'boards',
  migrations,
  routes: [...boardRoutes, ...saveRoutes],
  subjects,
  searchable,
  on: { 'note.removed': dropNote, 'member.left': dropBoards },
  health: { 'boards with a wrong count': wrongCounts },
  exports: {
    boards: {
      async *export(db, member) {
        for (const board of await boardsOf(db, member)) yield { ...board, sections: await sectionsOf(db, board.id), notes: await noteIdsOf(db, board.id) }
      },
    },
  },
})

export { createBoard } from './change-board.ts'
export { type BoardView, boardViews, zBoardView } from './present.ts'
export { saveNote, unsaveNote } from './save-note.ts'
