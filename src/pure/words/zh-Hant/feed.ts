import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '先選一個地點吧，我們不猜你在哪裡。',
  'why.boosted': '{name} 轉發',
  'why.near': '在 {km} 公里以內',
}
