import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { wordReading } from '#pure/gloss/gloss.ts'
import type { LevelledLanguage, ReadingLevels } from '#pure/gloss/levels.ts'
import { chineseBands, wordsWithRuby } from '#pure/gloss/reading-level.ts'
import type { Token } from '#pure/gloss/segment.ts'
import { simplifyCharacters } from '#pure/lexicon/han.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import type { Mark } from '#pure/text/marks.ts'
import { type CutTexts, cutTexts } from './gloss/cut-words.ts'
import type { Marker } from './layer.ts'

/** Nobody reads further word by word, and every page has to be ready soon. */
const MOST_LETTERS = 4_000

/** Small readings for a member who has said how much they read of a language; undefined for whoever has not. Two queries for all texts of a page. */
export function markerFor(ground: Ground, member: Member, levels: ReadingLevels): Marker | undefined {
  if (Object.keys(levels).length === 0) return undefined
  return async (passages) => {
    const marks = passages.map(({ texts }) => texts.map((): Mark[] => []))
    const places = passages.flatMap(({ language, texts }, passage) =>
      isLevelled(language, levels) ? texts.map((text, nth) => ({ passage, nth, language, text: text.slice(0, MOST_LETTERS) })) : [],
    )
    if (places.length === 0) return marks
    const { tokens, found } = await cutTexts(ground, member.reads, places)
    for (const [passage, ours] of Map.groupBy(
      places.map((place, i) => ({ ...place, tokens: tokens[i] ?? [] })),
      (place) => place.passage,
    )) {
      const unknown = unknownWords(
        ours.flatMap((place) => place.tokens),
        levels,
      )
      for (const { nth, language, text, tokens: all } of ours)
        marks[passage]?.splice(
          nth,
          1,
          readingsOf(
            all.filter((token) => unknown.has(token)),
            text,
            language,
            found,
          ),
        )
    }
    return marks
  }
}

const isLevelled = (language: string, levels: ReadingLevels): boolean => levels[baseLanguage(language) as LevelledLanguage] !== undefined

/** Those of these words, one after the other, that the reader may not know; each once. */
const unknownWords = (tokens: readonly Token[], { zh }: ReadingLevels): ReadonlySet<Token> =>
  new Set(zh === undefined ? [] : wordsWithRuby(tokens, zh, chineseBands(), simplifyCharacters))

function readingsOf(words: readonly Token[], text: string, language: string, found: CutTexts['found']): Mark[] {
  return words.flatMap((word) => {
    const reading = wordReading(word, text, language, found)
    return reading === null ? [] : [{ start: word.start, end: word.end, reading }]
  })
}
