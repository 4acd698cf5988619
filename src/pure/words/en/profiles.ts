import type { Messages } from '../index.ts'

export const profiles: Messages = {
  'problem.bio-length': 'That is too long: at most {count} characters about yourself.',
  'problem.links-count': 'At most {count} links.',
  'problem.link-form': 'That is no web address. It begins with https:// and has no password in it.',
  'problem.link-label': 'The name of a link has at most {count} characters.',
  'problem.pinned-count': 'At most {count} notes can be pinned. Unpin one first.',
  'problem.pinned-unknown': 'Only notes of your own that are published can be pinned.',
}
