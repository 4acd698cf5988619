import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': '一文ずつ',
  'mend.lead':
    'よくない文があれば、もっとよい言い方を書いてください。機械の訳では、両方の言語を読む人が三人お礼をすると、その文に入れ替わります。作者なら一人で足ります。',
  'mend.signed': 'これは人が名前を出して書いた訳です。本人か作者が認めたときに変わります。',
  'mend.stale': '原文のここが変わりました',
  'mend.gone': '原文にはもうありません',
  'mend.missing': 'まだ訳がありません',
  'mend.by': '{name}さんの訳',
  'mend.open': '{number}番目の文を直す',
  'mend.yours': 'あなたの言い方',
  'mend.licence': 'ライセンス',
  'mend.licence-text': '原文と同じ',
  'mend.licence-CC0-1.0': '自由に使える（CC0）',
  'mend.propose': '提案する',
  'mend.thank': 'このほうがいい、ありがとう',
  'mend.fits': '今のままでよい',
  'mend.said-fits': '今のままでよいとのこと',
  'mend.votes': { other: 'お礼 {count}' },
  'mend.proposed': '提案',
  'mend.taken': '訳に入っています',
  'mend.replaced': '以前の文',
  'mend.reverted': '元に戻されました',
  'mend.withdraw': '取り下げる',
  'mend.revert': '前の文に戻す',
  'mend.rest': '続きの文',
  'mend.someone': '退会した人',
  'mend.sides': '訳と原文を一文ずつ',
}
