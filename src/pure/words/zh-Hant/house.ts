import type { Messages } from '../index.ts'

export const house: Messages = {
  'problem.bug': '我們這邊出了錯，你的東西都還在。如果又發生，請把這個編號告訴站長：{id}',
  'problem.bad-input': '這一項不太對：{field}，請再看一下。',
  'problem.bad-cursor': '清單已經更新，請從頭開始。',
  'problem.not-found': '這裡沒有你看得到的東西。',
  'problem.sign-in-needed': '請先登入，你寫的都會留著。',
  'problem.not-allowed': '你的帳號不能做這件事。',
  'problem.missing-scope': '這個程式沒有這項權限（{scope}）。',
  'problem.foreign-origin': '這個要求來自別的網站，所以沒有執行。',
  'problem.conflict': '有人同時改了它，請重新打開看看。',
  'problem.gone': '它已經不在了。',
  'problem.too-large': '太大了，這裡放不下。',
  'problem.unsupported-media': '這種檔案我們讀不了，請選 JPEG、PNG、WebP、AVIF、GIF 或 HEIC 圖片。',
  'problem.too-many-requests': '有點太快了，稍等一下再繼續。',
  'problem.slow-down': '有點太快了，{seconds} 秒後可以繼續。',
  'problem.unavailable': '這裡正在喘口氣，過幾秒再試，什麼都沒有丟。',
  'problem.storage-full': '這裡的硬碟滿了。還可以讀，等站長騰出空間就能再寫。',
  'problem.unconfirmed': '請先確認電子郵件。在那之前可以閱讀，也可以存草稿。',
}
