import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': '站长不希望这里出现“{word}”。删掉它再发布，你写的内容都在。',
  'problem.forbidden-link': '站长不希望这里出现指向 {host} 的链接。删掉它再发布，你写的内容都在。',
  'problem.reports-a-day': '每天可以举报 {count} 次。如果有人处于危险中，请选择那一类，随时都会受理。',
  'problem.report-unwanted': '没有提交举报。只是不想看到的内容，可以自己屏蔽，或拉黑作者：马上生效，只影响你自己。',
  'problem.filter-term-empty': '这一条里没有可以查找的文字或数字。',
  'problem.filter-host': '请填写域名，例如 example.org。',
  'problem.filter-terms-full': '名单最多 {count} 条，请先删掉一些。',
  'state.processing': '图片处理中',
  'state.published': '已发布',
  'state.author-deleted': '你已删除',
}
