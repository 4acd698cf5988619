/** Shapes of what the API answers about words: gloss, culture words and my words. */
import type { Tile } from './api-types.ts'

export interface Gloss {
  headword: string
  reading: string | null
  traditional: string | null
  senses: string[]
  others: { headword: string; reading: string | null; senses: string[] }[]
  parts: { headword: string; reading: string | null; senses: string[] }[]
  language: string
  source: { name: string; url: string; licence: string } | null
  /** Its id among my words, when I keep it. */
  savedId: string | null
}
/** What every word of a layer means; `entry` counts in `entries`. */
export interface GlossSheet {
  layerId: string
  title: GlossedText
  body: GlossedText
  entries: Gloss[]
}
export interface GlossedText {
  text: string
  words: { start: number; end: number; entry: number }[]
}
/** How many notes hold a word; `more` beyond a hundred. */
export interface WordCount {
  count: number
  more: boolean
}
/** A word that readers explain to each other. */
export interface CultureWord {
  id: string
  language: string
  headword: string
  revision: number
  reading: string
  en: string
  zhHans: string
  /** In other languages, by base tag. */
  meanings: Record<string, string>
  score: number
  myVote: 1 | 0 | -1
  /** Whose wording this is; null when they left. */
  by: { handle: string; name: string } | null
  at: string
}
/** A word of mine whose day to come back has come. */
export interface DueWord {
  id: string
  language: string
  headword: string
  reading: string | null
  senses: string[]
  meetings: number
}
/** In how many days a word that was met comes back; null: it is known. */
export interface MetWord {
  id: string
  days: number | null
}
/** It, with notes of other people that hold it. */
export interface WordAgain {
  word: DueWord
  notes: Tile[]
}
export interface SavedWord {
  id: string
  language: string
  headword: string
  reading: string | null
  senses: string[]
  /** Where it was met; empty when that text cannot be read any more. */
  sentence: string
  address: string | null
  savedAt: string
}
