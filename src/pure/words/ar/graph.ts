import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': 'لا يمكنك متابعة نفسك.',
  'problem.block-self': 'لا يمكنك حظر نفسك.',
  'problem.mute-empty': 'لم يُكتب بعد ما لا رغبة لك في مصادفته.',
  'problem.too-many': 'بلغ العدد حدّه الأقصى ({count}).',
  'problem.not-empty': 'في هذا المكان أعضاء بالفعل. الاستعادة تكون إلى مكان فارغ.',
  'problem.backup-newer': 'هذه النسخة الاحتياطية من إصدار أحدث. تلزم الترقية أولًا.',
  'problem.backup-broken': 'هذه النسخة الاحتياطية غير كاملة: {difference}',
  'problem.unknown-scope': 'لا توجد صلاحية بهذا الاسم: {scope}',
}
