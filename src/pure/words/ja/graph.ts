import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': '自分をフォローすることはできません。',
  'problem.block-self': '自分をブロックすることはできません。',
  'problem.mute-empty': '見たくないものを書いてください。',
  'problem.too-many': '{count}件が上限です。',
  'problem.not-empty': 'ここにはもうメンバーがいます。空のところに復元してください。',
  'problem.backup-newer': 'このバックアップは新しい版で作られています。先に更新してください。',
  'problem.backup-broken': 'このバックアップには欠けがあります：{difference}',
  'problem.unknown-scope': 'そのような権限はありません：{scope}',
}
