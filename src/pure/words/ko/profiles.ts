import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': '너무 길어요. 소개는 {count}자까지 쓸 수 있어요.',
  'problem.links-count': '링크는 {count}개까지예요.',
  'problem.link-form': '웹 주소가 아니에요. https://로 시작하고 비밀번호가 없어야 해요.',
  'problem.link-label': '링크 이름은 {count}자까지 쓸 수 있어요.',
  'problem.pinned-count': '노트는 {count}개까지 고정할 수 있어요. 먼저 하나를 풀어 주세요.',
  'problem.pinned-unknown': '내가 발행한 노트만 고정할 수 있어요.',
}
