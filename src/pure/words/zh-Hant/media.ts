import type { Messages } from '../index.ts'

export const media: Messages = {
  'problem.picture-broken': '這個圖檔壞了，請重新儲存或匯出，再傳一次。',
  'problem.picture-too-many-pixels': '這張圖超過 {count} 百萬像素，請縮小再傳。',
  'problem.picture-too-wide': '圖片的寬和高都不能超過 {count} 像素。',
  'problem.picture-too-many-frames': '動畫最多 {count} 格。',
  'problem.picture-too-hard': '這張圖我們處理不了，請另存成 JPEG 再傳。',
  'problem.heic-too-large': 'HEIC 圖片最多 {count} 百萬像素，請另存成 JPEG 再傳。',
  'problem.too-many-uploads': '你還有很多圖沒傳完，先等它們傳完，或取消一些。',
  'problem.alt-length': '圖片說明最多 {count} 個字。',
  'problem.media-unknown': '其中一張圖已經不在了，請再選一次。',
  'problem.media-taken': '其中一張圖已經用在別處，要用在這裡請再上傳一次。',
  'problem.media-failed': '其中一張圖讀不出來，請拿掉它或換一個檔案。',
  'problem.media-unfinished': '其中一張圖還在上傳，請等它傳完。',
}
