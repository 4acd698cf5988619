import type { Messages } from '../index.ts'

export const webBridge: Messages = {
  'bridge.ask': 'How they will read it',
  'bridge.more': 'Sends what you wrote to a translation engine, and nowhere else',
  'bridge.there': 'They read in {language} (by {engine})',
  'bridge.back': 'And that, back in your language',
  'bridge.idiom': '“{phrase}” means: {meaning}. Engines often take it word by word.',
  'bridge.failed': 'No engine could translate it just now.',
  'bridge.not-sent': 'Your comment is not sent yet.',
}
