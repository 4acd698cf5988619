import type { Messages } from '../index.ts'

/** My words: what a reader keeps to learn. */
export const webWords: Messages = {
  'words.title': 'My words',
  'words.lead': 'Words you kept while reading, with the sentence you met them in. Only you see them.',
  'words.empty': 'Your words will be here',
  'words.empty-more': 'Tap a word in a note you cannot read yet, then “Save word”. It stays here with its reading, its meanings and the sentence it stood in.',
  'words.empty-go': 'Find something to read',
  'words.saved': 'saved {when}',
  'words.remove': 'Take out {word}',
  'words.removed': 'The word is taken out.',
  'words.removed-one': '{word} is taken out',
  'words.file': 'Download for Anki',
  'words.file-hint': 'A text file with tabs between its columns; Anki and any spreadsheet read it',
  'words.more': 'Earlier words',
  'words.first': 'Newest words',
}
