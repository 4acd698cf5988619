/** Shapes of what the API answers about texts: layers, history, sentences and their mends. */
import type { ActorBrief } from './api-types.ts'
import type { DueWord } from './word-types.ts'

export type Show = 'translation' | 'original' | 'both'
/** `text`: that of the text that is rendered. */
export type Licence = 'text' | 'CC0-1.0'
export type Origin = 'original' | 'author' | 'person' | 'machine'
export interface LayerBrief {
  id: string
  language: string
  origin: Origin
  by: ActorBrief | null
  engine: string | null
  /** What the engine was when it made this. */
  engineVersion: string | null
  /** From the other script of its language: no translation. */
  converted: boolean
  stale: boolean
  createdAt: string
}
export interface ShownText extends LayerBrief {
  title: string
  /** With readings, where the reader wants them; as `html`. */
  titleHtml: string
  body: string
  html: string
  warning: string | null
}
/** A layer on the page of all layers of a text. */
export interface Layer extends ShownText {
  rating: number
  mine: boolean
  myVote: 1 | 0 | -1
  /** The reader reads both languages, and the layer is somebody else's. */
  mayVote: boolean
  thanks: number
  licence: Licence
  revision: number
}
/** A stretch of text that stayed, came or went. */
export interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}
/** One wording of a note or a layer; `changes` against the one before, null for the oldest. */
export interface Revision {
  revision: number
  at: string
  /** Of words in a picture, which several may word. */
  by?: ActorBrief | null
  title: string
  body: string
  warning: string | null
  changes: { title: Change[]; body: Change[]; warning: Change[] } | null
}
/** All layers of a text; `address` is the page where it stands. */
export interface Layers {
  items: Layer[]
  /** Cursor of the next page. */
  next: string | null
  address: string | null
}
type SentenceState = 'fresh' | 'stale' | 'gone' | 'missing'
/** A sentence of the shown layer beside the original; both are HTML, one of them may be empty. */
export interface TextSentence {
  key: string
  part: 'title' | 'warning' | 'body'
  /** White space before it. */
  gap: string
  original: string
  shown: string
  state: SentenceState
  /** Whose words stand here in place of the layer's own. */
  by: ActorBrief | null
}
/** Another wording of one sentence, by a reader. */
export interface Mend {
  id: string
  text: string
  by: ActorBrief | null
  licence: Licence
  state: 'proposed' | 'taken' | 'replaced' | 'reverted'
  /** It says that the words still fit, and changes none. */
  confirms: boolean
  votes: number
  voted: boolean
  mine: boolean
  mayVote: boolean
  mayRevert: boolean
}
/** A sentence with what readers would say instead, newest first; plain text. */
export interface MendableSentence {
  key: string
  number: number
  part: TextSentence['part']
  original: string
  text: string
  state: SentenceState
  /** It is stale, and the reader may say that it still fits. */
  mayConfirm: boolean
  mends: Mend[]
}
/** Which language a text is in, and who says so. */
export interface LanguageOfText {
  language: string
  saidBy: 'heard' | 'author' | 'readers'
  /** The reader wrote it: their word is taken at once. */
  mine: boolean
  myWord: string | null
  voices: { language: string; count: number }[]
  needed: number
}
export interface LayeredText {
  shown: ShownText
  original: ShownText
  layers: LayerBrief[]
  sentences: TextSentence[]
  /** My words that come back in it; marked in its HTML. */
  again: DueWord[]
  canTranslate: boolean
  also: string[]
  show: Show
}
