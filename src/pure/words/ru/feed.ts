import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Сначала выберите место: мы не угадываем, где вы.',
  'why.boosted': 'Репост: {name}',
  'why.near': 'Не дальше {km} км',
}
