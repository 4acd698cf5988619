import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import '../tables.ts'
import { keyOf } from './documents.ts'

/** Ids of the newest documents that hold all terms, at most `limit`. */
export async function idsWith(db: Reader, terms: readonly string[], limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('search_documents')
    .select('id')
    .where(sql<boolean>`keys @> ${terms.map(keyOf)}::integer[]`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
