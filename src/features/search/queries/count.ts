import { sql } from 'kysely'
import { PLANNED_EACH_TIME, type Reader } from '#ground/database/index.ts'
import { keyOf } from './documents.ts'

/** Ids of the newest documents that hold all terms, at most `limit`. */
export async function idsWith(db: Reader, terms: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${PLANNED_EACH_TIME} select id from search_documents
    where keys @> ${terms.map(keyOf)}::integer[] order by created_at desc, id desc limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
