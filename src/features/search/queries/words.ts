import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import '../tables.ts'

export async function writeWords(tx: Tx, words: { word: string; keys: string[] }[]): Promise<void> {
  if (words.length > 0)
    await tx
      .insertInto('search_words')
      .values(words)
      .onConflict((on) => on.doNothing())
      .execute()
}

/** Which of these words occur anywhere. */
export async function knownWords(db: Reader, words: string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const rows = await db.selectFrom('search_words').select('word').where('word', 'in', words).execute()
  return new Set(rows.map((row) => row.word))
}

export async function wordsByKeys(db: Reader, keys: string[]): Promise<string[]> {
  const rows = await db.selectFrom('search_words').select('word').where(sql<boolean>`keys && ${keys}::text[]`).limit(200).execute()
  return rows.map((row) => row.word)
}

/** Words that go on from these letters (a–z), short ones first. */
export async function wordsByPrefix(db: Reader, letters: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('search_words')
    .select('word')
    .where('word', 'like', `${letters}%`)
    .orderBy(sql`length(word)`)
    .orderBy('word')
    .limit(limit)
    .execute()
  return rows.map((row) => row.word)
}
