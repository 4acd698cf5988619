import type { Reader } from '#ground/database/index.ts'
import { entriesOf } from '../queries/dictionary.ts'

/** What the dictionaries say of Chinese words (simplified) in English, the likeliest entry first; unknown words are left out. One query. */
export async function dictionaryEntries(db: Reader, words: readonly string[]): Promise<Map<string, { reading: string; senses: string[] }[]>> {
  return Map.groupBy(await entriesOf(db, words, ['zh-Hans']), (row) => row.headword)
}
