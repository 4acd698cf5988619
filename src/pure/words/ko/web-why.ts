import type { Messages } from '../index.ts'

/** 노트가 왜 그 자리에 있는지. */
export const webWhy: Messages = {
  'why.topic': '‘{topic}’ 주제를 팔로우해요',
  'why.person': '{name} 님을 팔로우해요',
  'why.new': '방금 나온 노트예요',
  'why.quality': '이곳 사람들이 좋아해요',
  'why.title': '왜 이 노트가 보이나요?',
  'why.lead': '‘발견’에서 이 자리에 놓인 까닭을 나누어 보여 드려요. 모두 더하면 전체가 돼요.',
  'why.part-note': '노트 자체',
  'why.part-topic': '팔로우한 주제',
  'why.part-person': '팔로우한 사람',
  'why.part-readable': '읽을 수 있는 언어',
  'why.note-more': '좋아요, 저장, 댓글, 전하기로 얻은 품질은 {quality}. {age} 발행되어 지금은 그 가운데 {freshness} 남았어요.',
  'why.change': '바꾸기',
  'why.follow-topic': '‘{topic}’ 팔로우',
  'why.unfollow-topic': '‘{topic}’ 팔로우 끊기',
  'why.mute-topic': '‘{topic}’ 안 보기',
  'why.unmute-topic': '‘{topic}’ 다시 보기',
  'why.mute-person': '{name} 님 안 보기',
  'why.unmute-person': '{name} 님 다시 보기',
  'why.ranking': '‘발견’의 순서를 정하는 법',
  'why.guest': '로그인하지 않은 사람에게는 ‘발견’이 모두 똑같이 보여요.',
}
