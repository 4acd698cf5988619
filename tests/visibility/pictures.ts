import { by, type Entry, read } from './entry.ts'
import { BOX } from './thing.ts'

/** The words in the pictures of notes: theirs who may see the note. */
export const pictureEntries: Record<string, Entry> = {
  'GET /pictures/{id}/words': read('pictured', ['picture']),
  'PUT /pictures/{id}/words': by('pictured', 'reader', ({ words }) => ({
    body: { revision: 1, into: 'fr', boxes: [{ ...BOX, words: words.picture, meaning: 'Ajouté' }] },
  })),
}

const inPicture = (ids: Record<string, string>) => ({ subjectKind: 'picture', subjectId: ids.pictured ?? '' })
export const layersInPictures: Entry = {
  over: 'pictured',
  may: 'reader',
  asks: ({ ids }) => [{ query: inPicture(ids), shows: ['picture', 'meaning'] }],
}
export const reportOfPicture: Entry = { over: 'pictured', may: 'reader', asks: ({ ids }) => [{ body: { ...inPicture(ids), kind: 'spam', words: '' } }] }
