import type { CedictEntry } from './cedict.ts'
import { wordPinyin } from './cedict.ts'
import { cedictSource } from './cedict-source.ts'
import type { Entry } from './gloss.ts'
import type { Reverse } from './invert.ts'
import type { SlangWord } from './slang.ts'
import { slangSource } from './slang.ts'

/** A line of CC-CEDICT as an entry of the gloss; to be kept under its simplified and its traditional form. */
export function cedictToEntry({ simplified, traditional, pinyin, senses }: CedictEntry): Entry {
  return { headword: simplified, variant: traditional, reading: pinyin, senses, source: cedictSource, language: 'zh-Hans' }
}

/** A slang word, explained in Chinese to readers of Chinese and in English to all others. */
export function slangToEntry({ word, reading, en, zhHans }: SlangWord, readerLanguage: string): Entry {
  return { headword: word, reading, senses: [readerLanguage.startsWith('zh') ? zhHans : en], source: slangSource }
}

/** What `invertCedict` found for an English word, marked as reverse lookup: `乐队 yuèduì (band)`. */
export function reverseToEntry(headword: string, found: readonly Reverse[]): Entry {
  const senses = found.map(({ zh, pinyin, sense }) => `${zh} ${wordPinyin(pinyin)} (${sense})`)
  return { headword, senses, source: { ...cedictSource, name: 'CC-CEDICT, reverse lookup' } }
}
