import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': '没有叫这个名字的话题。',
  'problem.topics-one-already': '它们已经是同一个话题。',
  'problem.reason-missing': '请写一句理由。',
  'problem.reason-long': '超过了 {count} 个字。',
  'problem.reads-one-label': '两边的名字都读得懂，才能确认。你读哪些语言，可以在设置里改。',
}
