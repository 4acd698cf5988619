import type { Messages } from '../index.ts'

export const feed: Messages = {
  'problem.place-needed': 'Choose a place first: we do not guess where you are.',
  'why.topic': 'You follow {topic}',
  'why.person': 'You follow {name}',
  'why.new': 'New here',
  'why.quality': 'People here liked it',
  'why.boosted': 'Boosted by {name}',
  'why.near': 'Within {km} km',
}
