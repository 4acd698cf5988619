import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': '이곳의 운영자가 허용하지 않는 말이 있어요: ‘{word}’. 빼고 다시 발행해 주세요. 글은 그대로 있어요.',
  'problem.forbidden-link': '이곳의 운영자가 허용하지 않는 링크가 있어요: {host}. 빼고 다시 발행해 주세요. 글은 그대로 있어요.',
  'problem.reports-a-day': '신고는 하루에 {count}번 보낼 수 있어요. 누군가 위험하다면 그 항목을 골라 주세요. 그것은 언제나 받아요.',
  'problem.report-unwanted': '아무것도 보내지 않았어요. 그저 보고 싶지 않다면 ‘안 보기’나 ‘차단’을 쓸 수 있어요. 바로 되고, 나에게만 적용돼요.',
  'problem.filter-term-empty': '이 항목에는 찾을 글자나 숫자가 없어요.',
  'problem.filter-host': 'example.org 같은 도메인을 적어 주세요.',
  'problem.filter-terms-full': '목록에 이미 {count}개가 있어요. 먼저 몇 개를 빼 주세요.',
  'state.processing': '사진을 준비하고 있어요',
  'state.published': '발행됨',
  'state.author-deleted': '내가 지움',
}
