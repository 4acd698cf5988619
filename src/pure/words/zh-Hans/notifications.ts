import type { Messages } from '../index.ts'

export const notifications: Messages = {
  'notice.two': '{a}和{b}',
  'notice.more': '{a}、{b}和另外 {count} 人',
  'notice.one-more': '{a}和另外 {count} 人',
  'notice.comment': '{who}评论了你的笔记',
  'notice.reply': '{who}回复了你的评论',
  'notice.mention': '{who}提到了你',
  'notice.like': '{who}赞了',
  'notice.boost': '{who}转发了你的笔记',
  'notice.follow': '{who}关注了你',
  'notice.request': '{who}想关注你',
  'notice.accepted': '{who}通过了你的关注请求',
  'notice.coauthor-asked': '{who}邀请你共同创作',
  'notice.coauthor-joined': '{who}加入了共同创作',
  'notice.board-asked': '{who}邀请你一起整理收藏夹',
  'notice.board-joined': '{who}加入了一起整理',
  'notice.layer': '{who}把你的笔记写成了另一种语言',
  'notice.comment-layer': '{who}翻译了你的评论',
  'notice.search': '{who} 发了你在找的内容',
  'problem.searches-full': '最多保存 {count} 个搜索，已经满了。先删掉一个。',
}
