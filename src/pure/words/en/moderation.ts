import type { Messages } from '../index.ts'

export const moderation: Messages = {
  'problem.forbidden-word': 'The host of this place does not want the word “{word}” here. Leave it out and publish again; your text is kept.',
  'problem.forbidden-link': 'The host of this place does not want links to {host} here. Leave it out and publish again; your text is kept.',
  'problem.reports-a-day': 'You can send {count} reports a day. If someone is in danger, choose that kind: it is always taken.',
  'problem.report-unwanted': 'Nothing was sent. What you just do not want to see you can mute, or block its author: that works at once, for you alone.',
  'problem.filter-term-empty': 'This entry has no letters or digits to look for.',
  'problem.filter-host': 'Write a host such as example.org.',
  'problem.filter-terms-full': 'The list holds {count} entries. Remove some first.',
  'state.processing': 'Its pictures are being made ready',
  'state.published': 'Published',
  'state.author-deleted': 'You deleted it',
}
