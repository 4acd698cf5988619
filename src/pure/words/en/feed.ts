import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Choose a place first: we do not guess where you are.',
  'why.boosted': 'Boosted by {name}',
  'why.near': 'Within {km} km',
}
