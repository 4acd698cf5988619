import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': '그런 이름의 주제가 없어요.',
  'problem.topics-one-already': '이미 하나의 주제예요.',
  'problem.reason-missing': '이유를 짧게 적어 주세요.',
  'problem.reason-long': '{count}자를 넘었어요.',
  'problem.reads-one-label': '양쪽 이름을 모두 읽을 수 있어야 확인할 수 있어요. 읽는 언어는 설정에 있어요.',
}
