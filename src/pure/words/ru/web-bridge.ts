import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': 'Как это прочтут',
  'bridge.more': 'Отправляет написанное переводчику и больше никуда',
  'bridge.there': 'Прочтут на языке: {language} ({engine})',
  'bridge.back': 'И обратно на вашем языке',
  'bridge.idiom': '«{phrase}» значит: {meaning}. Переводчики часто понимают это дословно.',
  'bridge.failed': 'Сейчас перевести не удалось.',
  'bridge.not-sent': 'Комментарий ещё не отправлен.',
}
