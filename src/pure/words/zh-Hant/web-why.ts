import type { Messages } from '../index.ts'

/** 一篇筆記為什麼在這裡。 */
export const webWhy: Messages = {
  'why.topic': '你追蹤了「{topic}」',
  'why.person': '你追蹤了 {name}',
  'why.new': '剛剛發布',
  'why.quality': '這裡的人喜歡它',
  'why.title': '為什麼看到這篇',
  'why.lead': '它在「探索」裡的位置，拆開來看。幾部分加起來就是全部。',
  'why.part-note': '筆記本身',
  'why.part-topic': '你追蹤的話題',
  'why.part-person': '你追蹤的人',
  'why.part-readable': '你讀得懂',
  'why.note-more': '喜歡、收藏、留言和轉發給它的品質是 {quality}；{age}發布，如今還剩 {freshness}。',
  'why.change': '調整',
  'why.follow-topic': '追蹤「{topic}」',
  'why.unfollow-topic': '不再追蹤「{topic}」',
  'why.mute-topic': '靜音「{topic}」',
  'why.unmute-topic': '取消靜音「{topic}」',
  'why.mute-person': '靜音 {name}',
  'why.unmute-person': '取消靜音 {name}',
  'why.ranking': '「探索」怎麼排',
  'why.guest': '沒有登入的人，看到的「探索」都一樣。',
}
