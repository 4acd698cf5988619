import type { Reader } from '#ground/database/index.ts'
import { toneMarks, wordPinyin } from '#pure/gloss/cedict.ts'
import { cedictSource } from '#pure/gloss/cedict-source.ts'
import type { Entry, Lookup, Source } from '#pure/gloss/gloss.ts'
import { slangSource } from '#pure/gloss/slang.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import { cultureWordsUnder } from '../queries/culture-words.ts'
import { entriesOf, reverseOf } from '../queries/dictionary.ts'

const reverseSource: Source = { ...cedictSource, name: `${cedictSource.name} (reverse lookup)` }
const sources = new Map<string, Source>([
  [cedictSource.name, cedictSource],
  [slangSource.name, slangSource],
])
const LATIN = /^[a-z]/

// The dictionary points to other words as 個|个[ge4].
const POINTER = /(\p{Script=Han}+)(?:\|(\p{Script=Han}+))?\[([A-Za-z0-9:, ]+)\]/gu

/** A sense as a reader of these characters reads it: `個|个[ge4]` → `个 (gè)`. */
export const readableSense = (sense: string, traditional: boolean): string =>
  sense.replace(POINTER, (_, full: string, short: string | undefined, pinyin: string) => `${traditional ? full : (short ?? full)} (${toneMarks(pinyin)})`)

/** A reader's explanation, with whom to credit and where its history stands; in the other language when there is none in this. */
function explained({ id, variant, reading, en, zhHans, handle }: Awaited<ReturnType<typeof cultureWordsUnder>>[number], inChinese: boolean): Entry {
  const sense = inChinese ? zhHans || en : en || zhHans
  const source: Source = { name: handle === null ? slangSource.name : `@${handle}`, licence: slangSource.licence, url: `/words/culture/${id}` }
  return { headword: variant, ...(reading === '' ? {} : { reading }), senses: [sense], source }
}

/** Asks the dictionary tables; meanings in Chinese for readers of Chinese where there are any, else in English. What readers here explained comes first. Three queries a call. */
export function lookupIn(db: Reader, reads: readonly string[]): Lookup {
  const inChinese = baseLanguage(reads[0] ?? '') === 'zh'
  const traditional = reads[0] === 'zh-Hant'
  return async (asking) => {
    // The database takes no zero byte.
    const words = asking.filter((word) => !word.includes('\0'))
    const found = new Map<string, Entry[]>()
    const add = (word: string, entry: Entry) => found.set(word, [...(found.get(word) ?? []), entry])
    const asked = new Set(words)
    for (const word of await cultureWordsUnder(db, words)) {
      const entry = explained(word, inChinese)
      for (const form of new Set([word.headword, word.variant])) if (asked.has(form)) add(form, entry)
    }
    for (const row of await entriesOf(db, words)) {
      const senses = inChinese && row.senses_zh.length > 0 ? row.senses_zh : row.senses.map((sense) => readableSense(sense, traditional))
      const entry: Entry = {
        headword: row.language === 'en' ? row.variant : row.headword,
        variant: row.variant,
        reading: row.reading,
        senses,
        source: sources.get(row.dictionary) ?? cedictSource,
      }
      if (asked.has(row.headword)) add(row.headword, entry)
      if (row.variant !== row.headword && asked.has(row.variant)) add(row.variant, entry)
    }
    // Read backwards the dictionary explains English words in Chinese; of no use to who reads no Chinese.
    const latin = inChinese || reads.some((language) => baseLanguage(language) === 'zh') ? words.filter((word) => LATIN.test(word)) : []
    const reverse = Map.groupBy(await reverseOf(db, latin), ({ headword }) => headword)
    for (const [word, rows] of reverse)
      add(word, { headword: word, senses: rows.map((row) => `${traditional ? row.variant : row.word} ${wordPinyin(row.reading)}`), source: reverseSource })
    return found
  }
}
