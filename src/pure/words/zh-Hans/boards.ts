import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': '收藏',
  'problem.board-name': '名称需为 1 到 {count} 个字。',
  'problem.board-description': '太长了：最多 {count} 个字。',
  'problem.board-full': '这个收藏夹满了（{count} 篇），请新建一个。',
}
