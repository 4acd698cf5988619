import type { Messages } from '../index.ts'

export const notifications: Messages = {
  'notice.two': '{a} 和 {b}',
  'notice.more': '{a}、{b} 和另外 {count} 人',
  'notice.one-more': '{a} 和另外 {count} 人',
  'notice.comment': '{who} 在你的筆記留言',
  'notice.reply': '{who} 回覆了你的留言',
  'notice.mention': '{who} 提到了你',
  'notice.like': '{who} 按了喜歡',
  'notice.boost': '{who} 轉發了你的筆記',
  'notice.follow': '{who} 追蹤了你',
  'notice.request': '{who} 想追蹤你',
  'notice.accepted': '{who} 同意了你的追蹤',
  'notice.coauthor-asked': '{who} 邀你當共同作者',
  'notice.coauthor-joined': '{who} 加入成為共同作者',
  'notice.board-asked': '{who} 邀你一起整理收藏夾',
  'notice.board-joined': '{who} 加入，和你一起整理收藏夾',
  'notice.layer': '{who} 把你的筆記譯成另一種語言',
  'notice.comment-layer': '{who} 翻譯了你的留言',
  'notice.search': '{who} 發了你在找的內容',
  'problem.searches-full': '最多儲存 {count} 個搜尋，已經滿了。先刪掉一個吧。',
}
