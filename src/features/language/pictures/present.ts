import { z } from 'zod'
import { zPicture } from '#features/media/index.ts'
import { zCredit, zLayeredText } from '../present.ts'

/** Fractions of the picture from its top left. */
export const zBox = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
})

/** The words in a picture as one reader sees them. */
export const zPictureWords = z
  .object({
    picture: z.string(),
    text: zLayeredText.describe('Each line of the original is what one box says'),
    boxes: z.array(
      zBox.extend({
        original: z.string(),
        shown: z.string().describe('What the shown layer says; empty when it is the original, or says nothing of this box'),
        state: z.enum(['fresh', 'stale', 'missing']),
      }),
    ),
    revision: z.int(),
    mayPlace: z.boolean().describe('I may change the boxes and what they say; everybody who may read them may add a layer'),
  })
  .meta({ id: 'PictureWords' })
export type PictureWords = z.input<typeof zPictureWords>

const zMeanings = z.object({
  id: z.string(),
  origin: z.enum(['author', 'person', 'machine']),
  by: zCredit.nullable(),
  engine: z.string().nullable(),
  meanings: z.array(z.string()).describe('One for each box; empty where it says nothing'),
})
/** What whoever writes the words of a picture needs to know. */
export const zSeenWords = z.object({
  picture: zPicture,
  address: z.string().nullable().describe('Page where the picture stands'),
  words: zPictureWords.nullable().describe('null: nobody has written them down'),
  mayPlace: z.boolean(),
  mayTake: z.boolean().describe('I may delete the words, with every layer of them: `DELETE /layers/{id}` of the original'),
  into: z.string().nullable().describe('The language of `mine` and `other`; null: the reader reads what stands there'),
  mine: zMeanings.nullable(),
  other: zMeanings.nullable().describe('The layer that stands first without mine: an engine’s, or somebody else’s'),
  canAsk: z.boolean().describe('An engine could make a first draft'),
})

export type Meanings = z.input<typeof zMeanings>
export type SeenWords = z.input<typeof zSeenWords>
