import type { Reader } from '#ground/database/index.ts'
import { toneMarks, wordPinyin } from '#pure/gloss/cedict.ts'
import { cedictSource } from '#pure/gloss/cedict-source.ts'
import { edictSource } from '#pure/gloss/edict.ts'
import { freedictSource, isFreedict } from '#pure/gloss/freedict.ts'
import type { Entry, Lookup, Source } from '#pure/gloss/gloss.ts'
import { slangSource } from '#pure/gloss/slang.ts'
import { baseLanguage } from '#pure/lexicon/languages.ts'
import { cultureWordsUnder } from '../queries/culture-words.ts'
import { conceptWordsUnder, type EntryOfWord, entriesOf, reverseOf } from '../queries/dictionary.ts'
import { foreignEntry, isForeign, stepsOf } from './foreign-words.ts'

const reverseSource: Source = { ...cedictSource, name: `${cedictSource.name} (reverse lookup)` }
/** Labels of topics, written for this project. */
const conceptSource: Source = { ...slangSource, name: 'Commonplace topics' }
/** Of what stands in the dictionary tables, by name. */
const sources: ReadonlyMap<string, Source> = new Map([
  [cedictSource.name, cedictSource],
  [edictSource.name, edictSource],
  [slangSource.name, slangSource],
])
export const sourceNamed = (name: string): Source | undefined => sources.get(name) ?? (isFreedict(name) ? freedictSource(name) : undefined)
const LATIN = /^[a-z]/
/** Texts whose words the bundled dictionaries explain. */
const BUNDLED = new Set(['zh', 'yue', 'en', 'und'])

// The dictionary points to other words as 個|个[ge4].
const POINTER = /(\p{Script=Han}+)(?:\|(\p{Script=Han}+))?\[([A-Za-z0-9:, ]+)\]/gu

/** A sense as a reader of these characters reads it: `個|个[ge4]` → `个 (gè)`. */
export const readableSense = (sense: string, traditional: boolean): string =>
  sense.replace(POINTER, (_, full: string, short: string | undefined, pinyin: string) => `${traditional ? full : (short ?? full)} (${toneMarks(pinyin)})`)

/** A reader's explanation, with whom to credit and where its history stands; in another language when there is none in those of the reader. */
function explained(
  { id, variant, reading, en, zhHans, meanings, handle }: Awaited<ReturnType<typeof cultureWordsUnder>>[number],
  reads: readonly string[],
): Entry {
  const said = new Map([['en', en], ['zh', zhHans], ...Object.entries(meanings)])
  const sense = [...reads.map(baseLanguage), 'en', 'zh', ...said.keys()].map((language) => said.get(language)).find(Boolean) ?? ''
  const source: Source = { name: handle === null ? slangSource.name : `@${handle}`, licence: slangSource.licence, url: `/words/culture/${id}` }
  return { headword: variant, ...(reading === '' ? {} : { reading }), senses: [sense], source }
}

/** What a topic of this name is called in the first language of the reader that is not the word's own, else in English. */
function named({ address, language, label, names }: Awaited<ReturnType<typeof conceptWordsUnder>>[number], reads: readonly string[]): Entry | undefined {
  const wanted = [...reads, 'en'].find((one) => baseLanguage(one) !== baseLanguage(language) && names[one])
  return wanted ? { headword: label, senses: [names[wanted] ?? ''], source: { ...conceptSource, url: address } } : undefined
}

const MOST_SOUNDING = 3

/** Words as they are written; what is written in kana may be any word that sounds so, so that only the most common of these are told. */
function* japaneseEntries(rows: readonly EntryOfWord[], asked: ReadonlySet<string>): Generator<[string, Entry]> {
  const written = Map.groupBy(rows, ({ headword }) => headword)
  const sounding = Map.groupBy(rows, ({ variant }) => variant)
  for (const form of asked) {
    for (const { headword, reading, senses } of written.get(form) ?? sounding.get(form)?.slice(0, MOST_SOUNDING) ?? []) {
      yield [form, { headword: form, ...(form === headword && reading !== '' ? { reading } : {}), senses, source: edictSource, language: 'ja' }]
    }
  }
}

/** What the dictionary and the house's own table say; in Chinese for its readers where they can. */
const bundledEntry = (row: EntryOfWord, inChinese: boolean, traditional: boolean): Entry => ({
  headword: row.language === 'en' ? row.variant : row.headword,
  variant: row.variant,
  reading: row.reading,
  senses: inChinese && row.senses_zh.length > 0 ? row.senses_zh : row.senses.map((sense) => readableSense(sense, traditional)),
  source: sources.get(row.dictionary) ?? cedictSource,
  language: row.language,
})

/** Below it an explanation by readers steps behind the dictionaries. */
const LEAST_SCORE = 0

/**
 * Asks the dictionary tables about words of texts in `languages`; meanings in Chinese for readers of Chinese where there are any, else in English. What
 * readers here explained comes first, unless more found it of no use than of use; names of topics stand in where that is silent, and before it for who reads neither English nor Chinese best. Four queries a call.
 */
export function lookupIn(db: Reader, reads: readonly string[], languages: readonly string[]): Lookup {
  const bases = new Set(['zh', 'en', ...languages.map(baseLanguage)])
  const inChinese = baseLanguage(reads[0] ?? '') === 'zh'
  const traditional = reads[0] === 'zh-Hant'
  return async (asking) => {
    // The database takes no zero byte.
    const words = asking.filter((word) => !word.includes('\0'))
    const found = new Map<string, Entry[]>()
    const add = (word: string, entry: Entry) => found.set(word, [...(found.get(word) ?? []), entry])
    const asked = new Set(words)
    const own = (await cultureWordsUnder(db, words)).filter(({ language }) => bases.has(baseLanguage(language))).toSorted((a, b) => b.score - a.score)
    const explain = (some: typeof own) => {
      for (const word of some) for (const form of new Set([word.headword, word.variant])) if (asked.has(form)) add(form, explained(word, reads))
    }
    explain(own.filter(({ score }) => score >= LEAST_SCORE))
    const concepts = (await conceptWordsUnder(db, words)).filter(({ language }) => languages.some((one) => baseLanguage(one) === baseLanguage(language)))
    const name = (isNeeded: (form: string) => boolean) => {
      for (const concept of concepts) {
        const entry = named(concept, reads)
        if (entry) for (const form of new Set([concept.headword, concept.label])) if (asked.has(form) && isNeeded(form)) add(form, entry)
      }
    }
    const isServed = inChinese || baseLanguage(reads[0] ?? 'en') === 'en'
    if (!isServed) name(() => true)
    const bundled = languages.some((one) => BUNDLED.has(baseLanguage(one))) ? ['zh-Hans', 'en'] : []
    const others = languages.map(baseLanguage).filter((base) => !BUNDLED.has(base))
    const rows = await entriesOf(db, words, [...bundled, ...others])
    // Read backwards the dictionary explains English words in Chinese; of no use to who reads no Chinese.
    const isIn = (bases: readonly string[], of: readonly string[]): boolean => of.some((one) => bases.includes(baseLanguage(one)))
    const latin = isIn(['en', 'zh'], languages) && isIn(['zh'], reads) ? words.filter((word) => LATIN.test(word)) : []
    const reverse = Map.groupBy(await reverseOf(db, [...new Set([...latin, ...(inChinese ? stepsOf(rows) : [])])]), ({ headword }) => headword)
    const [japanese, written] = [rows.filter(({ language }) => language === 'ja'), rows.filter(({ language }) => language !== 'ja')]
    for (const [form, entry] of japaneseEntries(japanese, asked)) add(form, entry)
    for (const row of written) {
      const entry = isForeign(row) ? foreignEntry(row, reverse, traditional) : bundledEntry(row, inChinese, traditional)
      if (asked.has(row.headword)) add(row.headword, entry)
      if (row.variant !== row.headword && asked.has(row.variant)) add(row.variant, entry)
    }
    for (const word of latin) {
      const found = reverse.get(word)
      const senses = found?.map((row) => `${traditional ? row.variant : row.word} ${wordPinyin(row.reading)}`)
      if (senses) add(word, { headword: word, senses, source: reverseSource })
    }
    explain(own.filter(({ score }) => score < LEAST_SCORE))
    const silent = new Set(words.filter((word) => !found.has(word)))
    if (isServed) name((form) => silent.has(form))
    return found
  }
}
