import type { Messages } from '../index.ts'

export const language: Messages = {
  'problem.language-unknown': 'We do not know this language. Choose one from the list.',
  'problem.same-language': 'The text is in this language already.',
  'problem.layer-exists': 'There is such a layer in this language already. Improve that one.',
  'problem.layers-full': 'You have added {count} layers to this text, as many as one person can.',
  'problem.layer-empty': 'Write a title or a text first.',
  'problem.layer-long': 'That is longer than {count} characters.',
  'problem.boxes-count': 'A picture takes 1 to {count} boxes.',
  'problem.box-outside': 'A box lies outside the picture, or is too small to tap.',
  'problem.box-empty': 'Every box needs the words that stand there.',
  'problem.not-yours': 'Only the person who made this layer can change it. You can add your own beside it.',
  'problem.own-layer': 'Others rate your layers; you rate theirs.',
  'problem.no-engine': 'No engine here translates this pair of languages. You can tap words to look them up, or add a layer yourself.',
  'problem.text-stays-here': 'This text is not public, so it is not sent to a translation engine.',
  'problem.words-full': 'You keep {count} words already, as many as there can be. Take some out first.',
  'problem.reads-one-side': 'Rating a layer takes reading both languages. Which ones you read is in your settings.',
  'problem.mend-same': 'That is what stands there already.',
  'problem.language-unread': 'Only those who read a language can say that a text is in it. Which ones you read is in your settings.',
  'problem.language-named': 'Its author has said which language it is in.',
}
