import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import { canonicalLanguage } from '#pure/lexicon/languages.ts'
import type { Term } from '#pure/text/terms.ts'
import '../tables.ts'

/** At most as many terms as a host may keep (`MOST_TERMS`). */
export const MOST_TERMS = 1_000

export interface EngineTerm extends Term {
  id: string
  language: string
  /** `*`: whatever the text is translated into. */
  target: string
}

/** The host's fixed translations for a pair of languages. */
export const termsFor = (db: Reader, from: string, to: string): Promise<Term[]> =>
  db
    .selectFrom('engine_terms')
    .select(['term', 'translation'])
    .where('language', '=', canonicalLanguage(from))
    .where('target', 'in', [canonicalLanguage(to), '*'])
    // For one word the named target stands before any.
    .distinctOn(sql`lower(term)`)
    .orderBy(sql`lower(term)`)
    .orderBy(sql`target = '*'`)
    .limit(MOST_TERMS)
    .execute()

/** A page of all terms, by id. */
export const termsPage = (db: Reader, after: string | null, limit: number): Promise<EngineTerm[]> =>
  db
    .selectFrom('engine_terms')
    .select(['id', 'language', 'target', 'term', 'translation'])
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

export const countTerms = async (db: Reader): Promise<number> =>
  Number((await db.selectFrom('engine_terms').select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow()).count)

/** Keeps a term; the same word for the same pair gets the new translation. Answers its id. */
export async function putTerm(db: Reader, { id, language, target, term, translation }: EngineTerm, at: Instant): Promise<string> {
  const row = await db
    .insertInto('engine_terms')
    .values({ id, language, target, term, translation, created_at: at })
    .onConflict((on) => on.expression(sql`language, target, lower(term)`).doUpdateSet({ term, translation }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export const deleteTerm = async (db: Reader, id: string): Promise<boolean> =>
  (await db.deleteFrom('engine_terms').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n
