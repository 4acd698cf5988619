import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': '不能追蹤自己。',
  'problem.block-self': '不能封鎖自己。',
  'problem.mute-empty': '寫下你不想遇見的。',
  'problem.too-many': '最多只能有 {count} 個。',
  'problem.not-empty': '這裡已經有成員了，請還原到空的地方。',
  'problem.backup-newer': '這份備份來自較新的版本，請先升級。',
  'problem.backup-broken': '這份備份不完整：{difference}',
  'problem.unknown-scope': '沒有這種權限：{scope}',
}
