import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': '沒有叫這個名字的話題。',
  'problem.topics-one-already': '它們已經是同一個話題。',
  'problem.reason-missing': '請寫一句理由。',
  'problem.reason-long': '超過了 {count} 個字。',
  'problem.reads-one-label': '兩邊的名字都看得懂，才能確認。你看哪些語言，可以在設定裡改。',
}
