import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': 'À garder',
  'problem.board-name': 'Un nom compte de 1 à {count} caractères.',
  'problem.board-description': 'C’est trop long : {count} caractères au plus.',
  'problem.board-full': 'Ce recueil est plein : il contient {count} notes. Ouvrez-en un autre.',
}
