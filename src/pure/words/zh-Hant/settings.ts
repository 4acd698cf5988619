import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': '名稱要在 1 到 {count} 個字之間。',
  'problem.set-by-host': '這一項由伺服器的設定檔決定，不能在這裡改。',
}
