import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': '站長不希望這裡出現「{word}」。拿掉它再發布，你寫的都還在。',
  'problem.forbidden-link': '站長不希望這裡出現通往 {host} 的連結。拿掉它再發布，你寫的都還在。',
  'problem.reports-a-day': '一天可以檢舉 {count} 次。如果有人身陷危險，請選那一類，隨時都收。',
  'problem.report-unwanted': '沒有送出檢舉。只是不想看到的，可以自己設為靜音，或封鎖作者：馬上生效，只影響你自己。',
  'problem.filter-term-empty': '這一條裡沒有可以尋找的文字或數字。',
  'problem.filter-host': '請填網域，例如 example.org。',
  'problem.filter-terms-full': '清單最多 {count} 條，請先拿掉一些。',
  'state.processing': '圖片處理中',
  'state.published': '已發布',
  'state.author-deleted': '你已刪除',
}
