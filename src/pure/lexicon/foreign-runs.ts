import { findSpans } from '../text/spans.ts'
import { languagesOfWord } from './function-words.ts'
import { type Script, scriptOf } from './scripts.ts'

/** A stretch of text; UTF-16 offsets. */
export type Run = { start: number; end: number }

const EAST: readonly Script[] = ['Han', 'Hiragana', 'Katakana', 'Hangul']
const WRITTEN: Record<string, readonly Script[]> = {
  Hans: ['Han'],
  Hant: ['Han'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
  Cyrl: ['Cyrillic'],
  Arab: ['Arabic'],
  Grek: ['Greek'],
  Hebr: ['Hebrew'],
  Thai: ['Thai'],
  Deva: ['Devanagari'],
  Latn: ['Latin'],
}
const scriptsOf = (language: string): readonly Script[] => WRITTEN[new Intl.Locale(language).maximize().script ?? ''] ?? []

/**
 * Where `guest` is written inside a text of `main`: `vibe`, `chill` and `lol` in `这个 vibe 太 chill 了 lol`. Words that follow one another are
 * one run. Links, names, topics and code are nobody's; neither are single letters and letters in capitals, which other writings borrow
 * (`T恤`, `AA制`). Undefined when both languages are written in the same letters, so that nothing can be told apart by them.
 */
export function foreignRuns(text: string, main: string, guest: string): Run[] | undefined {
  const [host, foreign] = [scriptsOf(main), scriptsOf(guest)]
  if (foreign.length === 0 || foreign.some((script) => host.includes(script))) return undefined
  const isEast = foreign.some((script) => EAST.includes(script))
  const letters = foreign.map((script) => String.raw`\p{Script=${script}}`).join('')
  const word = String.raw`[${letters}\p{M}${isEast ? 'ー' : String.raw`\p{Nd}`}]+`
  const between = isEast ? '[，、；：“”‘’]?' : String.raw`(?:['’\-]|,?[ ]+)`
  const spans = findSpans(text)
  const runs: Run[] = []
  for (const { index: start, 0: said } of text.matchAll(new RegExp(`${word}(?:${between}${word})*`, 'gu'))) {
    const end = start + said.length
    const isTaken = spans.some((span) => span.start < end && start < span.end)
    if (!isTaken && foreign.includes(scriptOf(firstLetter(said))) && !isBorrowed(said)) runs.push({ start, end })
  }
  return runs
}

const firstLetter = (text: string): string => /\p{L}/u.exec(text)?.[0] ?? ''
const isBorrowed = (said: string): boolean => /^\P{Ll}*$/u.test(said) && /\p{Lu}/u.test(said)

/** Small words of Chinese and Japanese that hold a sentence together. */
const PARTICLES = /[的了是在太这那這我你不也都吗嗎吧呢就很和はがをにでとも]/gu

/** Written with Chinese characters, alone or among others. */
export const isEastern = (language: string): boolean => scriptsOf(language).includes('Han')

/** Which of two languages builds the sentence: `这个 vibe 太 chill 了` is Chinese, `my 爸爸 said 加油 today` is English. `one` when neither does. */
export function frameOf(text: string, one: string, other: string): string {
  const held = (language: string): number => {
    // Chat words (lol, so) count among the everyday words of a language: in doubt the particles decide.
    if (isEastern(language)) return (text.match(PARTICLES)?.length ?? 0) + 0.5
    const words = text.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
    return words.filter((word) => languagesOfWord(word.toLowerCase()).includes(language)).length
  }
  return held(other) > held(one) ? other : one
}
