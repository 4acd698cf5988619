import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': '對它的承諾',
  'promise.newcomer': '每位新成員最先公開的三篇筆記，至少會給別人看 {owed} 次。',
  'promise.starts': '從 {day} 開始：那時你的帳號滿一天。',
  'promise.open': '已被看到 {given} 次，承諾 {owed} 次，{day} 之前兌現。',
  'promise.paid': '已兌現：承諾 {owed} 次，已被看到 {given} 次。',
  'promise.expired': '沒有兌現：到 {day} 為止，承諾的 {owed} 次裡被看到 {given} 次。',
  'promise.void': '已終止：這篇筆記不再對所有人公開。承諾的 {owed} 次裡被看到 {given} 次。',
  'promise.ledger': '承諾帳本',
  'promise.read': '新成員得到什麼承諾，兌現了多少',
  'promise.lead': '每位新成員最先公開的三篇筆記，{days} 天之內至少會給別人看 {owed} 次。每一個承諾和它的結果都記在這裡，新的在前。看的人不留名字。',
  'promise.counts':
    '怎麼算一次：帳號滿一天或受邀而來的人真的看到了它，每人每天算一次。作者自己不算，看起來是同一個人的帳號、邀請與被邀請的雙方也不算。看起來屬於同一個人或內容相同的帳號，合用一份承諾。',
  'promise.none': '還沒有承諾。',
  'promise.note': '筆記',
  'promise.hidden': '不再對所有人公開',
  'promise.made': '承諾日期',
  'promise.given': '被看到',
  'promise.state': '狀態',
  'promise.state-open': '進行中',
  'promise.state-paid': '已兌現',
  'promise.state-expired': '沒有兌現',
  'promise.state-void': '已終止',
  'promise.csv': '下載表格（CSV）',
  'promise.month': '最近 30 天作出的承諾',
  'promise.count': '承諾數',
  'promise.owed': '承諾次數',
  'promise.hour': '這個小時被看到 {given} 次，上限 {most} 次。',
}
