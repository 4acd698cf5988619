import type { Messages } from '../index.ts'

export const topics: Messages = {
  'problem.topic-unknown': 'There is no topic of that name.',
  'problem.topics-one-already': 'They are one topic already.',
  'problem.reason-missing': 'Say why, in a few words.',
  'problem.reason-long': 'That is longer than {count} characters.',
  'problem.reads-one-label': 'Confirming takes reading a name of each of the two. Which languages you read is in your settings.',
}
