import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': '이름은 1자에서 {count}자까지 쓸 수 있어요.',
  'problem.set-by-host': '서버 설정에서 정해진 것이라 여기서는 바꿀 수 없어요.',
}
