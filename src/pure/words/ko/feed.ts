import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '먼저 장소를 골라 주세요. 어디 계신지 짐작하지 않아요.',
  'why.boosted': '{name} 님이 전한 노트',
  'why.near': '{km}km 이내',
}
