import type { Messages } from '../index.ts'

/** Почему заметка там, где она есть. */
export const webWhy: Messages = {
  'why.topic': 'Вы подписаны на тему «{topic}»',
  'why.person': 'В ваших подписках: {name}',
  'why.new': 'Новое здесь',
  'why.quality': 'Здесь это понравилось',
  'why.title': 'Почему эта заметка?',
  'why.lead': 'Её место в «Открытиях», разобранное на части. Вместе они дают целое.',
  'why.part-note': 'Сама заметка',
  'why.part-topic': 'Тема из ваших подписок',
  'why.part-person': 'Автор из ваших подписок',
  'why.part-readable': 'Вы можете её прочесть',
  'why.note-more': '«Нравится», сохранения, комментарии и репосты дают ей качество {quality}; она вышла {age}, и от него осталось {freshness}.',
  'why.change': 'Изменить это',
  'why.follow-topic': 'Подписаться: {topic}',
  'why.unfollow-topic': 'Отписаться: {topic}',
  'why.mute-topic': 'Скрыть: {topic}',
  'why.unmute-topic': 'Показывать: {topic}',
  'why.mute-person': 'Скрыть: {name}',
  'why.unmute-person': 'Показывать: {name}',
  'why.ranking': 'Как упорядочены «Открытия»',
  'why.guest': 'Для всех, кто не вошёл, «Открытия» одинаковы.',
}
