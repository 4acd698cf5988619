import type { Messages } from '../index.ts'

/** What notes are promised, and the ledger of it. */
export const webPromises: Messages = {
  'promise.title': '对它的承诺',
  'promise.newcomer': '每位新成员最先公开的三篇笔记，至少会给别人看 {owed} 次。',
  'promise.starts': '从 {day} 开始：那时你的账号满一天。',
  'promise.open': '已被看到 {given} 次，承诺 {owed} 次，{day} 之前兑现。',
  'promise.paid': '已兑现：承诺 {owed} 次，已被看到 {given} 次。',
  'promise.expired': '没有兑现：到 {day} 为止，承诺的 {owed} 次里被看到 {given} 次。',
  'promise.void': '已终止：这篇笔记不再对所有人公开。承诺的 {owed} 次里被看到 {given} 次。',
  'promise.ledger': '承诺账本',
  'promise.read': '新成员得到什么承诺，兑现了多少',
  'promise.lead': '每位新成员最先公开的三篇笔记，{days} 天之内至少会给别人看 {owed} 次。每一个承诺和它的结果都记在这里，新的在前。看的人不留名字。',
  'promise.counts':
    '怎么算一次：账号满一天或受邀而来的人真的看到了它，每人每天算一次。作者自己不算，看起来是同一个人的账号、邀请与被邀请的双方也不算。看起来属于同一个人或者内容相同的账号，合用一份承诺。',
  'promise.none': '还没有承诺。',
  'promise.note': '笔记',
  'promise.hidden': '不再对所有人公开',
  'promise.made': '承诺日期',
  'promise.given': '被看到',
  'promise.state': '状态',
  'promise.state-open': '进行中',
  'promise.state-paid': '已兑现',
  'promise.state-expired': '没有兑现',
  'promise.state-void': '已终止',
  'promise.csv': '下载表格（CSV）',
  'promise.month': '最近 30 天作出的承诺',
  'promise.count': '承诺数',
  'promise.owed': '承诺次数',
  'promise.hour': '这个小时被看到 {given} 次，上限 {most} 次。',
}
