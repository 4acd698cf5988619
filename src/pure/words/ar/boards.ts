import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': 'محفوظات',
  'problem.board-name': 'طول الاسم من حرف واحد إلى {count} على الأكثر.',
  'problem.board-description': 'هذا أطول مما يلزم: الحد الأقصى للأحرف {count}.',
  'problem.board-full': 'امتلأت هذه اللوحة، فسعتها من التدوينات {count}. يمكنك بدء لوحة أخرى.',
}
