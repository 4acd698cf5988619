import type { Messages } from '../index.ts'

export const graph: Messages = {
  'problem.follow-self': 'You cannot follow yourself.',
  'problem.block-self': 'You cannot block yourself.',
  'problem.mute-empty': 'Write what you do not want to meet.',
  'problem.too-many': 'That is as many as there can be ({count}).',
  'problem.not-empty': 'This place has members already. Restore into an empty one.',
  'problem.backup-newer': 'This backup was made by a newer version. Upgrade first.',
  'problem.backup-broken': 'This backup is not whole: {difference}',
  'problem.unknown-scope': 'There is no such scope: {scope}',
}
