import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': 'Сохранённое',
  'problem.board-name': {
    one: 'В названии от 1 до {count} знака.',
    few: 'В названии от 1 до {count} знаков.',
    many: 'В названии от 1 до {count} знаков.',
    other: 'В названии от 1 до {count} знака.',
  },
  'problem.board-description': {
    one: 'Слишком длинно: не больше {count} знака.',
    few: 'Слишком длинно: не больше {count} знаков.',
    many: 'Слишком длинно: не больше {count} знаков.',
    other: 'Слишком длинно: не больше {count} знака.',
  },
  'problem.board-full': {
    one: 'Эта подборка полна: в ней {count} заметка. Начните новую.',
    few: 'Эта подборка полна: в ней {count} заметки. Начните новую.',
    many: 'Эта подборка полна: в ней {count} заметок. Начните новую.',
    other: 'Эта подборка полна: в ней {count} заметки. Начните новую.',
  },
}
