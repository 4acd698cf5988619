import type { Messages } from '../index.ts'

/** 一篇笔记为什么在这里。 */
export const webWhy: Messages = {
  'why.topic': '你关注了“{topic}”',
  'why.person': '你关注了 {name}',
  'why.new': '刚刚发布',
  'why.quality': '这里的人喜欢它',
  'why.title': '为什么看到它',
  'why.lead': '它为什么排在这里，拆开来看。几部分加起来就是全部。',
  'why.part-note': '笔记本身',
  'why.part-topic': '你关注的话题',
  'why.part-person': '你关注的人',
  'why.part-readable': '你读得懂',
  'why.note-more': '喜欢、收藏、评论和转发给它的质量是 {quality}；{age}发的，还剩 {freshness}。',
  'why.change': '改一改',
  'why.follow-topic': '关注“{topic}”',
  'why.unfollow-topic': '不再关注“{topic}”',
  'why.mute-topic': '屏蔽“{topic}”',
  'why.unmute-topic': '不再屏蔽“{topic}”',
  'why.mute-person': '屏蔽 {name}',
  'why.unmute-person': '不再屏蔽 {name}',
  'why.ranking': '“发现”是怎么排的',
  'why.guest': '没登录的人看到的“发现”都一样。',
}
