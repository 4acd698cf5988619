import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Choose a place first: we do not guess where you are.',
  'problem.page-not-served': 'This page was not served to you, or too long ago. Load it again.',
  'why.boosted': 'Boosted by {name}',
  'why.near': 'Within {km} km',
  'why.time': 'In order of time',
}
