import type { Messages } from '../index.ts'

export const settings: Messages = {
  'problem.place-name-length': 'この場の名前は1〜{count}文字です。',
  'problem.set-by-host': 'サーバーの設定ファイルで決まっているので、ここでは変えられません。',
}
