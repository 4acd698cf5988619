import type { Messages } from '../index.ts'

/** 單字本：讀的時候留下來學的詞。 */
export const webWords: Messages = {
  'words.title': '單字本',
  'words.lead': '讀的時候留下的詞，和遇見它的那句話。只有你看得到。',
  'words.empty': '你的單字會在這裡',
  'words.empty-more': '讀到還看不懂的筆記，點一下詞，再點「收進單字本」。讀音、意思和那句話都會留在這裡。',
  'words.empty-go': '去找點東西讀',
  'words.saved': '{when}收進',
  'words.remove': '拿掉 {word}',
  'words.removed': '這個詞已經拿掉。',
  'words.removed-one': '已拿掉 {word}',
  'words.file': '下載給 Anki',
  'words.file-hint': '欄位以定位字元（tab）分隔的文字檔，Anki 和各種試算表都打得開',
  'words.more': '更早的詞',
  'words.first': '最新的詞',
}
