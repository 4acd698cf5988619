import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '先选一个地点吧，我们不猜你在哪里。',
  'why.topic': '你关注了「{topic}」',
  'why.person': '你关注了 {name}',
  'why.new': '刚刚发布',
  'why.quality': '这里的人喜欢它',
  'why.boosted': '{name} 转发',
  'why.near': '{km} 公里以内',
}
