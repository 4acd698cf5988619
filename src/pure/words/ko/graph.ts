import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': '나 자신은 팔로우할 수 없어요.',
  'problem.block-self': '나 자신은 차단할 수 없어요.',
  'problem.mute-empty': '보고 싶지 않은 것을 적어 주세요.',
  'problem.too-many': '더는 늘릴 수 없어요({count}개).',
  'problem.not-empty': '이곳에는 이미 회원이 있어요. 빈 곳에 복원해 주세요.',
  'problem.backup-newer': '더 새로운 버전에서 만든 백업이에요. 먼저 업그레이드해 주세요.',
  'problem.backup-broken': '백업이 온전하지 않아요: {difference}',
  'problem.unknown-scope': '이런 권한은 없어요: {scope}',
}
