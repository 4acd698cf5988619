import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { furigana } from '#pure/gloss/furigana.ts'
import { wordReading } from '#pure/gloss/gloss.ts'
import type { LevelledLanguage, ReadingLevels } from '#pure/gloss/levels.ts'
import { findWords, wordKey } from '#pure/gloss/meet-again.ts'
import { chineseBands, wordsWithRuby } from '#pure/gloss/reading-level.ts'
import type { Token } from '#pure/gloss/segment.ts'
import { simplifyCharacters } from '#pure/lexicon/han.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import type { Mark } from '#pure/text/marks.ts'
import { type CutTexts, cutTexts } from './gloss/cut-words.ts'
import type { DueWord, Marker } from './layer.ts'
import { dueWords } from './my-words/meet-words.ts'

/** Nobody reads further word by word, and every page has to be ready soon. */
const MOST_LETTERS = 4_000
const MOST_DUE = 200
const STEM = 2

/**
 * What is marked for a member in the texts of a page: words that they may not know at their reading level, with small readings, and in texts of others
 * the words they keep whose day has come. One query, and two more where a text has something to mark.
 */
export function markerFor(ground: Ground, member: Member, levels: ReadingLevels): Marker {
  return async (passages) => {
    const due = passages.some(({ others }) => others) ? await dueWords(ground, member, MOST_DUE) : []
    const marks = passages.map(({ texts }) => texts.map((): Mark[] => []))
    const places = passages.flatMap(({ language, texts, others }, passage) => {
      const wanted = others ? wordsOf(due, language) : new Map<string, string>()
      const isLevelled = levels[baseLanguage(language) as LevelledLanguage] !== undefined
      return texts.flatMap((text, nth) =>
        isLevelled || mayHold(text, language, wanted) ? [{ passage, nth, language, text: text.slice(0, MOST_LETTERS), wanted }] : [],
      )
    })
    if (places.length > 0) {
      const { tokens, found } = await cutTexts(ground, member.reads, places)
      const cut = places.map((place, i) => ({ ...place, tokens: tokens[i] ?? [] }))
      for (const [passage, ours] of Map.groupBy(cut, (place) => place.passage)) {
        const readings = readingsIn(ours, levels, found)
        for (const one of ours) marks[passage]?.splice(one.nth, 1, marksIn(one, readings))
      }
    }
    return { marks, words: new Map(due.map((word) => [word.id, word])) }
  }
}

interface Cut {
  language: string
  text: string
  tokens: readonly Token[]
  /** Ids of words that come back, by `wordKey`. */
  wanted: ReadonlyMap<string, string>
}

const wordsOf = (due: readonly DueWord[], language: string): Map<string, string> =>
  new Map(due.filter((word) => baseLanguage(word.language) === baseLanguage(language)).map(({ headword, id }) => [wordKey(headword, language), id]))

/** Whether it is worth cutting a text. Words of letters change their endings. */
function mayHold(text: string, language: string, wanted: ReadonlyMap<string, string>): boolean {
  if (wanted.size === 0) return false
  const key = wordKey(text, language)
  // Of 来る only the first sign stands in 来なかった.
  const whole = baseLanguage(language) === 'ja' ? 1 : undefined
  return [...wanted.keys()].some((word) => key.includes(/^\p{Script=Han}/u.test(word) ? word.slice(0, whole) : word.slice(0, STEM)))
}

/** How the words of these texts, one after the other, are said where the reader may not know them; each once. */
function readingsIn(texts: readonly Cut[], levels: ReadingLevels, found: CutTexts['found']): ReadonlyMap<Token, Mark> {
  const base = baseLanguage(texts[0]?.language ?? '') as LevelledLanguage
  const level = levels[base]
  if (level === undefined) return new Map()
  const tokens = texts.flatMap((one) => one.tokens)
  if (base === 'ja') return furigana(tokens, level)
  const unknown = new Set(wordsWithRuby(tokens, level, chineseBands(), simplifyCharacters))
  return new Map(
    texts.flatMap(({ tokens, text, language }) =>
      tokens.flatMap((token): [Token, Mark][] => {
        const reading = unknown.has(token) ? wordReading(token, text, language, found) : null
        return reading === null ? [] : [[token, { start: token.start, end: token.end, reading }]]
      }),
    ),
  )
}

function marksIn({ text, tokens, language, wanted }: Cut, said: ReadonlyMap<Token, Mark>): Mark[] {
  const again = findWords(text, tokens, language, wanted)
  const readings = tokens.flatMap((token): Mark[] => {
    const mark = said.get(token)
    const word = again.find(({ start, end }) => start === mark?.start && end === mark.end)?.word
    return mark ? [{ ...mark, ...(word === undefined ? {} : { again: word }) }] : []
  })
  const marked = new Set(readings.map(({ again: word }) => word))
  // The longer one first: of marks at one place the first counts.
  return [...again.filter(({ word }) => !marked.has(word)).map(({ start, end, word }): Mark => ({ start, end, again: word })), ...readings]
}
