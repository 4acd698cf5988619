import type { Messages } from '../index.ts'

export const boards: Messages = {
  'board.saved': '저장한 노트',
  'problem.board-name': '이름은 1자에서 {count}자까지 쓸 수 있어요.',
  'problem.board-description': '너무 길어요. {count}자까지 쓸 수 있어요.',
  'problem.board-full': '이 모음은 가득 찼어요. 노트가 {count}개 들어 있어요. 새 모음을 만들어 주세요.',
}
