import { wordPinyin } from '#pure/gloss/cedict.ts'
import { cedictSource } from '#pure/gloss/cedict-source.ts'
import { freedictSource, isFreedict } from '#pure/gloss/freedict.ts'
import type { Entry } from '#pure/gloss/gloss.ts'
import { englishOf } from '#pure/gloss/invert.ts'
import type { EntryOfWord, ReverseRow } from '../queries/dictionary.ts'

/** Words of languages that dictionaries of FreeDict explain in English, and to readers of Chinese by way of that. */

export const isForeign = ({ dictionary }: Pick<EntryOfWord, 'dictionary'>): boolean => isFreedict(dictionary)

/** English words that lead on into Chinese. */
export const stepsOf = (rows: readonly EntryOfWord[]): string[] => rows.filter(isForeign).flatMap(({ senses }) => senses.flatMap(englishOf))

type Backwards = ReadonlyMap<string, readonly Pick<ReverseRow, 'word' | 'variant' | 'reading'>[]>
const MOST_EACH = 2
const MOST_WORDS = 3

/** `backwards`: what English words are in Chinese; empty for who does not read that best. */
export function foreignEntry({ dictionary, variant, senses, language }: EntryOfWord, backwards: Backwards, traditional: boolean): Entry {
  const source = freedictSource(dictionary)
  const own = { headword: variant, senses, source, language }
  const inChinese = (sense: string): string[] => {
    const words = englishOf(sense).flatMap((english) => (backwards.get(english) ?? []).slice(0, MOST_EACH))
    return [...new Set(words.map((one) => `${traditional ? one.variant : one.word} ${wordPinyin(one.reading)}`))].slice(0, MOST_WORDS)
  }
  if (!senses.some((sense) => inChinese(sense).length > 0)) return own
  return {
    ...own,
    senses: senses.map((sense) => [inChinese(sense).join('; '), `(${sense})`].filter(Boolean).join(' ')),
    source: { ...source, name: `${source.name}, ${cedictSource.name} (reverse lookup)`, licence: `${source.licence}; ${cedictSource.licence}` },
  }
}
