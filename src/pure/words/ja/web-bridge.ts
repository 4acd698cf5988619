import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': '相手にどう読めるか',
  'bridge.more': '書いた文を翻訳エンジンにだけ送ります',
  'bridge.there': '相手が読む{language}（{engine}）',
  'bridge.back': 'それをあなたの言語に戻すと',
  'bridge.idiom': '「{phrase}」の意味：{meaning}。エンジンは直訳しがちです。',
  'bridge.failed': '今は翻訳できるエンジンがありません。',
  'bridge.not-sent': 'コメントはまだ送られていません。',
}
