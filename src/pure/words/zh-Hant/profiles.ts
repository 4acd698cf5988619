import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': '太長了，自我介紹最多 {count} 個字。',
  'problem.links-count': '最多 {count} 個連結。',
  'problem.link-form': '這不是網址。網址以 https:// 開頭，裡面沒有密碼。',
  'problem.link-label': '連結的名稱最多 {count} 個字。',
  'problem.pinned-count': '最多置頂 {count} 篇筆記，請先取消一篇。',
  'problem.pinned-unknown': '只能置頂自己已發布的筆記。',
}
