import type { Messages } from '../index.ts'

/** Why a note is where it is. */
export const webWhy: Messages = {
  'why.topic': 'You follow {topic}',
  'why.person': 'You follow {name}',
  'why.new': 'New here',
  'why.quality': 'People here liked it',
  'why.title': 'Why this note?',
  'why.lead': 'Its place in Discover, taken apart. The parts add up to all of it.',
  'why.part-note': 'The note itself',
  'why.part-topic': 'A topic you follow',
  'why.part-person': 'Someone you follow',
  'why.part-readable': 'You can read it',
  'why.note-more': 'Its likes, saves, comments and boosts make its quality {quality}; {age}, it keeps {freshness} of that.',
  'why.change': 'Change it',
  'why.follow-topic': 'Follow {topic}',
  'why.unfollow-topic': 'Stop following {topic}',
  'why.mute-topic': 'Mute {topic}',
  'why.unmute-topic': 'Unmute {topic}',
  'why.mute-person': 'Mute {name}',
  'why.unmute-person': 'Unmute {name}',
  'why.ranking': 'How Discover is ordered',
  'why.guest': 'Discover is the same for everyone who has not signed in.',
}
