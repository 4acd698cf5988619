import type { Messages } from '../index.ts'

export const notifications: Messages = {
  'notice.two': '{a} и {b}',
  'notice.more': {
    one: '{a}, {b} и ещё {count} человек',
    few: '{a}, {b} и ещё {count} человека',
    many: '{a}, {b} и ещё {count} человек',
    other: '{a}, {b} и ещё {count} человека',
  },
  'notice.one-more': {
    one: '{a} и ещё {count} человек',
    few: '{a} и ещё {count} человека',
    many: '{a} и ещё {count} человек',
    other: '{a} и ещё {count} человека',
  },
  'notice.comment': 'Комментарий к вашей заметке: {who}',
  'notice.reply': 'Ответ на ваш комментарий: {who}',
  'notice.mention': 'Вас упоминают: {who}',
  'notice.like': 'Нравится: {who}',
  'notice.boost': 'Репост вашей заметки: {who}',
  'notice.follow': 'Подписка на вас: {who}',
  'notice.request': 'Просьба о подписке: {who}',
  'notice.accepted': 'Просьба о подписке принята: {who}',
  'notice.coauthor-asked': 'Вас зовут в соавторы: {who}',
  'notice.coauthor-joined': 'Теперь в соавторах: {who}',
  'notice.board-asked': 'Вас зовут вести подборку вместе: {who}',
  'notice.board-joined': 'Теперь ведёте подборку вместе: {who}',
  'notice.layer': 'Перевод вашей заметки: {who}',
  'notice.comment-layer': 'Перевод вашего комментария: {who}',
  'notice.search': '{who}: есть новое по вашему поиску',
  'problem.searches-full': 'Сохранено поисков: {count}, больше нельзя. Сначала уберите какой-нибудь.',
}
