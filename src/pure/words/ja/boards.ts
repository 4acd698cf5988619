import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': '保存したもの',
  'problem.board-name': '名前は1〜{count}文字です。',
  'problem.board-description': '長すぎます。{count}文字までにしてください。',
  'problem.board-full': 'このボードはいっぱいです（{count}件）。新しいボードを作ってください。',
}
