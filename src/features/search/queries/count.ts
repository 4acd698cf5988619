import { sql } from 'kysely'
import { PLANNED_EACH_TIME, type Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { keyOf } from './documents.ts'

/** Ids of the newest documents that hold all terms, at most `limit`. */
export async function idsWith(db: Reader, terms: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${PLANNED_EACH_TIME} select id from search_documents
    where keys @> ${terms.map(keyOf)}::integer[] order by created_at desc, id desc limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** For each list of terms the newest documents of others that hold all of them, at most `limit` each; none for an empty list. One query. */
export async function newestWith(db: Reader, asked: readonly (readonly string[])[], except: ActorId, limit: number): Promise<string[][]> {
  const each = asked.flatMap((terms, place) =>
    terms.length === 0
      ? []
      : [
          sql`(select ${place}::integer as place, id from search_documents
    where keys @> ${terms.map(keyOf)}::integer[] and author_id is distinct from ${except}::uuid order by created_at desc, id desc limit ${limit})`,
        ],
  )
  if (each.length === 0) return asked.map(() => [])
  const { rows } = await sql<{ place: number; id: string }>`${PLANNED_EACH_TIME} ${sql.join(each, sql` union all `)}`.execute(db)
  return asked.map((_, place) => rows.filter((row) => row.place === place).map(({ id }) => id))
}
