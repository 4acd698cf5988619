import type { Source } from './gloss.ts'

const PREFIX = 'FreeDict '
/** Of `spa-eng`: under which name its words stand in the tables. */
export const freedictName = (pair: string): string => PREFIX + pair
export const isFreedict = (name: string): boolean => name.startsWith(PREFIX)
/** To be shown beside every sense that came from a dictionary of FreeDict. */
export const freedictSource = (name: string): Source => ({ name, licence: 'GPL or CC BY-SA, as it says of itself', url: 'https://freedict.org/' })

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const numberOf = (text: string): number => [...text].reduce((sum, sign) => sum * 64 + DIGITS.indexOf(sign), 0)

/** Where an entry stands in the text of a dictionary of dictd, in bytes. */
interface Stretch {
  start: number
  length: number
}

/** Entries that an index of dictd lists, in the order of the text and each once; what a dictionary says of itself is left out. */
export function stretchesOf(index: string): Stretch[] {
  const found = new Map<number, Stretch>()
  for (const line of index.split('\n')) {
    const [word = '', start, length] = line.split('\t')
    if (start && length && !/^00-?database/.test(word)) found.set(numberOf(start), { start: numberOf(start), length: numberOf(length) })
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

interface FreedictEntry {
  /** As it is written: `Haus`. */
  word: string
  /** In English, at most six. */
  senses: string[]
}

const MOST_SENSES = 6
const LONGEST = 200
const HEAD = /^(.+?)(?:\s+\/[^/]*\/)?(?:\s+<[^>]*>)?\s*$/

/** A headword with its sound and grammar, then a line for each sense; what is set in belongs to a sense (examples, synonyms, notes). Undefined when there is nothing of both. */
export function parseFreedictEntry(text: string): FreedictEntry | undefined {
  const [first = '', ...lines] = text.split(/\r?\n/)
  const word = HEAD.exec(first)?.[1]?.trim()
  const senses = lines
    .filter((line) => /^\S/.test(line) && !/^(?:see|synonyms?|note):/i.test(line))
    .map((line) =>
      line
        .replace(/^\d+\.\s*/, '')
        .replace(/<[^>]*>/g, '')
        .replace(/[‐‑]/g, '-')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LONGEST)
        .toWellFormed(),
    )
    .filter(Boolean)
  return word && senses.length > 0 ? { word, senses: senses.slice(0, MOST_SENSES) } : undefined
}
