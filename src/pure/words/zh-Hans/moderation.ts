import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': '站长不希望这里出现“{word}”。删掉它再发布，你写的内容都在。',
  'problem.forbidden-link': '站长不希望这里出现指向 {host} 的链接。删掉它再发布，你写的内容都在。',
  'problem.reports-a-day': '每天可以举报 {count} 次。如果有人处于危险中，请选择那一类，随时都会受理。',
  'problem.filter-term-empty': '这一条里没有可以查找的文字或数字。',
  'problem.filter-host': '请填写域名，例如 example.org。',
  'problem.filter-terms-full': '名单最多 {count} 条，请先删掉一些。',
  'report.danger': '有人有生命危险',
  'report.child-safety': '儿童安全',
  'report.illegal': '在本地违法',
  'report.sexual-without-consent': '未经同意的性内容',
  'report.harassment': '仇恨或骚扰',
  'report.false-emergency': '关于健康或突发事件的不实信息',
  'report.spam': '垃圾信息或诈骗',
  'report.house-rules': '违反本站规则',
  'report.state.open': '等待处理',
  'report.state.seen': '正在查看',
  'report.state.closed': '已处理',
  'state.processing': '图片处理中',
  'state.published': '已发布',
  'state.author-deleted': '你已删除',
}
