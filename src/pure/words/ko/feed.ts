import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '먼저 장소를 골라 주세요. 어디 계신지 짐작하지 않아요.',
  'problem.page-not-served': '이 페이지는 회원님께 보낸 것이 아니거나 너무 오래되었어요. 다시 불러와 주세요.',
  'why.boosted': '{name} 님이 전한 노트',
  'why.near': '{km}km 이내',
  'why.time': '시간순',
}
