import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import type { FoldedText } from '../filter.ts'
import type { FilterTermsTable } from '../tables.ts'

/** The first forbidden word in a folded text, as the host wrote it. The database looks, so that the list is never carried here. */
export async function wordIn(db: Reader, { spaced, tight }: FoldedText): Promise<string | null> {
  const row = await db
    .selectFrom('filter_terms')
    .select('term')
    .where('kind', '=', 'word')
    .where(sql<boolean>`strpos(case when left(folded, 1) = ' ' then ${spaced} else ${tight} end, folded) > 0`)
    .limit(1)
    .executeTakeFirst()
  return row?.term ?? null
}

export async function linkIn(db: Reader, suffixes: string[]): Promise<string | null> {
  if (suffixes.length === 0) return null
  const row = await db.selectFrom('filter_terms').select('term').where('kind', '=', 'link').where('folded', 'in', suffixes).limit(1).executeTakeFirst()
  return row?.term ?? null
}

const terms = (db: Reader) => db.selectFrom('filter_terms').select(['id', 'kind', 'term', 'note', 'created_at as createdAt'])
export const listTerms = (db: Reader) => terms(db).orderBy('kind').orderBy('term').execute()

export async function countTerms(db: Reader): Promise<number> {
  return (await db.selectFrom('filter_terms').select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count
}

/** The term as it stands in the list, whether it was new or not. */
export async function keepTerm(db: Reader, row: FilterTermsTable) {
  await db
    .insertInto('filter_terms')
    .values(row)
    .onConflict((on) => on.columns(['kind', 'folded']).doUpdateSet({ note: row.note }))
    .execute()
  return terms(db).where('kind', '=', row.kind).where('folded', '=', row.folded).executeTakeFirstOrThrow()
}

/** Answers what it said; undefined when there was none. */
export const deleteTerm = (db: Reader, id: string) => db.deleteFrom('filter_terms').where('id', '=', id).returning(['id', 'kind', 'term']).executeTakeFirst()
