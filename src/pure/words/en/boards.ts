import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': 'Saved',
  'problem.board-name': 'A name has 1 to {count} characters.',
  'problem.board-description': 'That is too long: at most {count} characters.',
  'problem.board-full': 'This board is full: it holds {count} notes. Make another one.',
}
