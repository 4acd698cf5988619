import { wordFrequencies } from './frequency.ts'
import type { ReadingLevel } from './levels.ts'
import type { Token } from './segment.ts'

/** So many of the most frequent words a reader of each level knows; the steps of the old HSK, and one more. */
const KNOWN = [0, 300, 600, 1_200, 2_500, 5_000, 11_000] as const
const HAN_ONLY = /^\p{Script=Han}+$/u
const NUMBER = /^第?[〇零一二两三四五六七八九十百千万亿半]+$/u

/** Frequent words with the level from which one knows them (1–6); all others are for nobody without help. */
export type Bands = ReadonlyMap<string, ReadingLevel>

/** Bands out of counts in a corpus (`wordFrequencies`): words of Han characters alone, the most frequent first; ties in the order given. */
export function bandsOf(counts: ReadonlyMap<string, number>): Bands {
  const ranked = [...counts]
    .filter(([word]) => HAN_ONLY.test(word))
    .sort((a, b) => b[1] - a[1])
    .slice(0, KNOWN[6])
  return new Map(ranked.map(([word], rank) => [word, KNOWN.findIndex((known) => rank < known) as ReadingLevel]))
}

let chinese: Bands | undefined
/** Bands of jieba's corpus: a third of a second the first time, then at once. */
export function chineseBands(): Bands {
  chinese ??= bandsOf(wordFrequencies())
  return chinese
}

/** Whether a reader of `level` is likely to know a simplified word; numbers from the first level on. */
export function isKnownAt(word: string, level: ReadingLevel, bands: Bands): boolean {
  if (level > 0 && NUMBER.test(word)) return true
  const band = bands.get(word)
  return band !== undefined && band <= level
}

/**
 * The words of a Chinese text that get small ruby for a reader of `level`, in order. `simplified` gives a word's form in the bands
 * (`simplifyCharacters`). A word that stands more than once gets it the first time only: a text full of ruby is not read but spelled.
 */
export function wordsWithRuby(tokens: readonly Token[], level: ReadingLevel, bands: Bands, simplified: (word: string) => string): Token[] {
  const met = new Set<string>()
  return tokens.filter(({ kind, text }) => {
    const word = kind === 'word' && HAN_ONLY.test(text) ? simplified(text) : ''
    if (word === '' || met.has(word) || isKnownAt(word, level, bands)) return false
    met.add(word)
    return true
  })
}
