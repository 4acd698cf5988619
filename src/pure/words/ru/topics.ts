import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': 'Темы с таким названием нет.',
  'problem.topics-one-already': 'Это уже одна тема.',
  'problem.reason-missing': 'Напишите почему, в двух словах.',
  'problem.reason-long': 'Больше {count} знаков.',
  'problem.reads-one-label': 'Подтвердить может тот, кто читает название каждой из двух. Какие языки вы читаете — в настройках.',
}
