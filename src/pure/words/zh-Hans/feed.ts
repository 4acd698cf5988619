import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '先选一个地点吧，我们不猜你在哪里。',
  'problem.page-not-served': '这一页不是给你的，或者已经放太久了。请重新打开。',
  'why.boosted': '{name} 转发',
  'why.near': '{km} 公里以内',
  'why.time': '按时间排列',
}
