import type { Messages } from '../index.ts'

/** ノートがそこにある理由。 */
export const webWhy: Messages = {
  'why.topic': '「{topic}」をフォローしています',
  'why.person': '{name}さんをフォローしています',
  'why.new': '出たばかりです',
  'why.quality': 'ここで好評です',
  'why.title': '表示される理由',
  'why.lead': '「見つける」でこの位置にある理由を分けたものです。合わせると全体になります。',
  'why.part-note': 'ノートそのもの',
  'why.part-topic': 'フォロー中の話題',
  'why.part-person': 'フォロー中の人',
  'why.part-readable': '読める言語',
  'why.note-more': 'いいね、保存、コメント、広めた回数をもとにした質は{quality}です。公開は{age}、いま残っているのはその{freshness}です。',
  'why.change': '変える',
  'why.follow-topic': '「{topic}」をフォロー',
  'why.unfollow-topic': '「{topic}」のフォローを解除',
  'why.mute-topic': '「{topic}」をミュート',
  'why.unmute-topic': '「{topic}」のミュートを解除',
  'why.mute-person': '{name}さんをミュート',
  'why.unmute-person': '{name}さんのミュートを解除',
  'why.ranking': '「見つける」の並び方',
  'why.guest': 'ログインしていない人には、同じ「見つける」が表示されます。',
}
