import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': '不能关注自己。',
  'problem.block-self': '不能拉黑自己。',
  'problem.mute-empty': '写下你不想看到的内容。',
  'problem.too-many': '最多只能有 {count} 个。',
  'problem.not-empty': '这里已经有成员了，请恢复到一个空的地方。',
  'problem.backup-newer': '这个备份来自更新的版本，请先升级。',
  'problem.backup-broken': '这个备份不完整：{difference}',
  'problem.unknown-scope': '没有这样的权限：{scope}',
}
