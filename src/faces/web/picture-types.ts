import type { Box } from '#pure/boxes/index.ts'
import type { ActorBrief, LayeredText, Origin, Picture } from './api-types.ts'

/** What stands in one box, in the original and in the shown layer (empty: that is the original, or says nothing of it). Plain text. */
export interface PictureBox extends Box {
  original: string
  shown: string
  state: 'fresh' | 'stale' | 'missing'
}
/** What a picture says; each line of the text is one box. */
export interface PictureWords {
  picture: string
  text: LayeredText
  boxes: PictureBox[]
  revision: number
  mayPlace: boolean
}
/** A layer of the words, one meaning for each box. */
export interface Meanings {
  id: string
  origin: Origin
  by: ActorBrief | null
  engine: string | null
  meanings: string[]
}
/** What whoever writes the words down needs to know. */
export interface SeenWords {
  picture: Picture
  address: string | null
  words: PictureWords | null
  mayPlace: boolean
  mayTake: boolean
  into: string | null
  mine: Meanings | null
  other: Meanings | null
  canAsk: boolean
}
