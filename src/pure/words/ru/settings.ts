import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': {
    one: 'В названии площадки от 1 до {count} знака.',
    few: 'В названии площадки от 1 до {count} знаков.',
    many: 'В названии площадки от 1 до {count} знаков.',
    other: 'В названии площадки от 1 до {count} знака.',
  },
  'problem.set-by-host': 'Это задано в конфигурации сервера, здесь изменить нельзя.',
}
