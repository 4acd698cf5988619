import type { Messages } from '../index.ts'

/** One sentence of a layer: marked, beside its original, worded better. */
export const webMends: Messages = {
  'mend.title': 'Sentence by sentence',
  'mend.lead':
    'Word a sentence better than it is. In a machine’s layer your words take its place once three readers of both languages give thanks for them; the author’s word alone is enough.',
  'mend.signed': 'These are a person’s words: they change when that person, or the author, agrees.',
  'mend.stale': 'The original has changed here',
  'mend.gone': 'The original no longer says this',
  'mend.missing': 'Not translated yet',
  'mend.by': 'Words of {name}',
  'mend.open': 'Mend sentence {number}',
  'mend.yours': 'Your words',
  'mend.licence': 'Licence',
  'mend.licence-text': 'that of the text',
  'mend.licence-CC0-1.0': 'free for any use (CC0)',
  'mend.propose': 'Propose',
  'mend.thank': 'Better, thanks',
  'mend.fits': 'Still right',
  'mend.said-fits': 'Still right, says this reader',
  'mend.votes': { one: '{count} thank-you', other: '{count} thank-yous' },
  'mend.proposed': 'Proposed',
  'mend.taken': 'Stands in the layer',
  'mend.replaced': 'Stood here before',
  'mend.reverted': 'Taken out again',
  'mend.withdraw': 'Withdraw',
  'mend.revert': 'Bring back what stood here',
  'mend.rest': 'More sentences',
  'mend.someone': 'somebody who left',
  'mend.sides': 'Layer and original, sentence by sentence',
}
