import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': 'The host of this place does not want the word “{word}” here. Leave it out and publish again; your text is kept.',
  'problem.forbidden-link': 'The host of this place does not want links to {host} here. Leave it out and publish again; your text is kept.',
  'problem.reports-a-day': 'You can send {count} reports a day. If someone is in danger, choose that kind: it is always taken.',
  'problem.filter-term-empty': 'This entry has no letters or digits to look for.',
  'problem.filter-host': 'Write a host such as example.org.',
  'problem.filter-terms-full': 'The list holds {count} entries. Remove some first.',
  'report.danger': 'Someone’s life is in danger',
  'report.child-safety': 'A child is not safe',
  'report.illegal': 'This is illegal here',
  'report.sexual-without-consent': 'Sexual, without consent',
  'report.harassment': 'Hate or harassment',
  'report.false-emergency': 'A false claim about health or an emergency',
  'report.spam': 'Spam or a scam',
  'report.house-rules': 'It breaks the house rules',
  'report.state.open': 'Waiting for a moderator',
  'report.state.seen': 'A moderator is looking at it',
  'report.state.closed': 'Decided',
  'state.processing': 'Its pictures are being made ready',
  'state.published': 'Published',
  'state.author-deleted': 'You deleted it',
}
