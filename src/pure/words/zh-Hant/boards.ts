import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': '收藏',
  'problem.board-name': '名稱要在 1 到 {count} 個字之間。',
  'problem.board-description': '太長了，最多 {count} 個字。',
  'problem.board-full': '這個收藏夾滿了（{count} 篇），再開一個吧。',
}
