import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Сначала выберите место: мы не угадываем, где вы.',
  'problem.page-not-served': 'Эта страница была отправлена не вам или слишком давно. Загрузите её снова.',
  'why.boosted': 'Репост: {name}',
  'why.near': 'Не дальше {km} км',
  'why.time': 'По времени',
}
