import { simplifyCharacters } from '../lexicon/han.ts'
import { baseLanguage } from '../lexicon/languages.ts'
import { lemmas } from './lemmas.ts'
import type { Token } from './segment.ts'

/** Days from one meeting with a word to the next; after the last it is known and rests. */
export const SPACING = [1, 3, 7, 16, 35] as const
const DAY = 86_400_000

/** Where a kept word stands on its way. `due`: ms since 1970; null when it rests. `step` counts the meetings that went well, in a row. */
export interface Memory {
  step: number
  due: number | null
  meetings: number
}
/** `seen`: its note was opened. `knew`, `again`: what the reader said of it. */
export type Meeting = 'seen' | 'knew' | 'again'

const dueAfter = (step: number, now: number): number | null => (SPACING[step] === undefined ? null : now + SPACING[step] * DAY)

/** A word that was kept just now. */
export const begin = (now: number): Memory => ({ step: 0, due: dueAfter(0, now), meetings: 0 })

/** After a meeting. Seen or known, it comes back later than before; what is not due yet stays where it is. `again` begins anew from any step. */
export function meet(memory: Memory, how: Meeting, now: number): Memory {
  const isDue = memory.due !== null && memory.due <= now
  const meetings = memory.meetings + (isDue ? 1 : 0)
  if (how === 'again') return { step: 0, due: dueAfter(0, now), meetings }
  if (!isDue) return memory
  const step = Math.min(memory.step + 1, SPACING.length)
  return { step, due: dueAfter(step, now), meetings }
}

const LONGEST = 3

/**
 * Where headwords stand in a text: the first place of each, in the order of the text. `tokens` are the words of `text`, `language` that of both.
 * Chinese is compared in simplified characters, English by dictionary forms; several words in a row make one headword.
 */
export function findWords<T>(
  text: string,
  tokens: readonly Token[],
  language: string,
  headwords: ReadonlyMap<string, T>,
): { start: number; end: number; word: T }[] {
  const base = baseLanguage(language)
  const words = tokens.filter(({ kind }) => kind === 'word')
  const met = new Set<T>()
  return words.flatMap((token, i) => {
    for (let length = Math.min(LONGEST, words.length - i); length > 0; length -= 1) {
      const { end } = words[i + length - 1] ?? token
      const dictionaryForm = length === 1 && token.form ? [token.form.base] : []
      const word = [...formsOf(text.slice(token.start, end), base), ...dictionaryForm].map((form) => headwords.get(form)).find((found) => found !== undefined)
      if (word === undefined || met.has(word)) continue
      met.add(word)
      return [{ start: token.start, end, word }]
    }
    return []
  })
}

/** The form under which a headword is looked for. */
export const wordKey = (headword: string, language: string): string => (baseLanguage(language) === 'zh' ? simplifyCharacters(headword) : headword).toLowerCase()

function formsOf(piece: string, base: string): string[] {
  const lower = wordKey(piece, base)
  return base === 'en' && !lower.includes(' ') ? [...new Set([lower, ...lemmas(lower)])] : [lower]
}
