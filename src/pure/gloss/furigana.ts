import { hiraganaOf } from '../lexicon/romaji.ts'
import { schoolGrade } from '../lexicon/school-kanji.ts'
import type { Mark } from '../text/marks.ts'
import type { ReadingLevel } from './levels.ts'
import type { Token } from './segment.ts'

/** The last school grade whose characters a reader of each level knows; the sixth level reads what newspapers print. */
const GRADE = [0, 1, 2, 3, 4, 6, 7] as const
const HAN = /\p{Script=Han}/u

const isKnown = (word: string, level: ReadingLevel): boolean =>
  Array.from(word).every((character) => !HAN.test(character) || character === '々' || (schoolGrade(character) ?? Number.POSITIVE_INFINITY) <= GRADE[level])

/** The part of a word that is not spelled in kana already, and how that part is said: of 食べた (たべた) the 食 and た. */
function partToRead({ text, start, end }: Token, heard: string): Mark {
  const spelled = hiraganaOf(text)
  const most = Math.min(spelled.length, heard.length) - 1
  let [before, after] = [0, 0]
  while (after < most && spelled.at(-1 - after) === heard.at(-1 - after)) after++
  while (before < most - after && spelled[before] === heard[before]) before++
  return { start: start + before, end: end - after, reading: heard.slice(before, heard.length - after) }
}

/**
 * Small kana over the words of a Japanese text that have characters beyond a reader's level, in order; over a word that stands more than once the
 * first time only.
 */
export function furigana(tokens: readonly Token[], level: ReadingLevel): Map<Token, Mark> {
  const met = new Set<string>()
  return new Map(
    tokens.flatMap((token): [Token, Mark][] => {
      const heard = token.form?.heard
      const word = token.form?.base ?? token.text
      if (!heard || met.has(word) || isKnown(token.text, level)) return []
      met.add(word)
      return [[token, partToRead(token, heard)]]
    }),
  )
}
