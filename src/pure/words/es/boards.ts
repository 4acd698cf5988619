import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': 'Guardadas',
  'problem.board-name': 'Un nombre tiene entre 1 y {count} caracteres.',
  'problem.board-description': 'Es demasiado largo: como máximo {count} caracteres.',
  'problem.board-full': 'Este tablero está lleno: ya tiene {count} notas. Crea otro.',
}
