import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '先选一个地点吧，我们不猜你在哪里。',
  'why.boosted': '{name} 转发',
  'why.near': '{km} 公里以内',
}
