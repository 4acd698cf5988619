import type { Messages } from '../index.ts'

/** Writing a layer of somebody's text. */
export const webLayers: Messages = {
  'layering.title': 'In your words',
  'layering.lead': 'Your layer is read in place of the machine’s, with your name on it. The original stays beside it.',
  'layering.into': 'Language',
  'layering.heading': 'Title',
  'layering.body': 'Text',
  'layering.warning': 'Warning',
  'layering.from-machine': 'These are the words of a machine ({engine}). Change what is wrong.',
  'layering.from-other': '{name} has written a layer in this language. Yours stands beside it.',
  'layering.mine': 'This is your layer as it is read now.',
  'layering.show': 'Show',
  'layering.delete': 'Delete my layer',
}
