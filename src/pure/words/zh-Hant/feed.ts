import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': '先選一個地點吧，我們不猜你在哪裡。',
  'problem.page-not-served': '這一頁不是給你的，或者已經放太久了。請重新打開。',
  'why.boosted': '{name} 轉發',
  'why.near': '在 {km} 公里以內',
  'why.time': '按時間排列',
}
