import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': 'طول اسم المكان من حرف واحد إلى {count} على الأكثر.',
  'problem.set-by-host': 'هذا محدد في تهيئة الخادم، فلا يمكن تغييره هنا.',
}
