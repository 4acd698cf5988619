import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': '名称要在 1 到 {count} 个字之间。',
  'problem.set-by-host': '这一项由服务器配置决定，不能在这里改。',
}
