import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import { contentHash } from '#ground/ids/index.ts'
import type { SearchDocumentsTable } from '../tables.ts'

/**
 * What the index holds of a term: the first four bytes of its SHA-256, signed (the migration computes the same in SQL). Two terms of one
 * key would find each other's documents: in a million documents of a hundred terms, a query meets that once in forty times.
 */
export const keyOf = (term: string): number => Number.parseInt(contentHash(term).slice(0, 8), 16) | 0

export async function writeDocument(tx: Tx, { terms, ...document }: Omit<SearchDocumentsTable, 'keys'> & { terms: string[] }): Promise<void> {
  const row = { ...document, keys: [...new Set(terms.map(keyOf))] }
  const { kind, id, ...rest } = row
  await tx
    .insertInto('search_documents')
    .values(row)
    .onConflict((on) => on.columns(['kind', 'id']).doUpdateSet(rest))
    .execute()
}

export const removeDocument = (tx: Tx, kind: string, id: string) => tx.deleteFrom('search_documents').where('kind', '=', kind).where('id', '=', id).execute()

export interface Branch {
  why: 'text' | 'topic'
  /** A document of this branch holds all of them. */
  terms: readonly string[]
}

export interface Candidate {
  kind: string
  id: string
  language: string
  createdAt: Instant
  why: 'text' | 'topic'
  /** How many of the words that were asked for stand in its title. */
  inTitle: number
}

/** Of each branch the newest `limit` documents, from `since` to `until`; one statement for all. */
export async function documentsOf(
  db: Reader,
  branches: readonly Branch[],
  { words, until, since, limit }: { words: readonly string[]; until: Instant; since: Instant | null; limit: number },
): Promise<Candidate[]> {
  if (branches.length === 0) return []
  const newest = branches.map(
    ({ why, terms }) => sql`(select kind, id, language, created_at as "createdAt", ${why}::text as why,
      (select count(*) from unnest(${words}::text[]) word where word = any(title_terms))::integer as "inTitle"
      from search_documents where keys @> ${terms.map(keyOf)}::integer[] and created_at <= ${until} ${since ? sql`and created_at >= ${since}` : sql``}
      order by created_at desc, id desc limit ${limit})`,
  )
  return (await sql<Candidate>`${sql.join(newest, sql` union all `)}`.execute(db)).rows
}

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

export async function writeNames(tx: Tx, kind: string, id: string, names: { name: string; folded: string }[]): Promise<void> {
  await tx.deleteFrom('search_names').where('kind', '=', kind).where('id', '=', id).execute()
  if (names.length > 0)
    await tx
      .insertInto('search_names')
      .values(names.map((name) => ({ kind, id, ...name })))
      .onConflict((on) => on.doNothing())
      .execute()
}

export function namesByPrefix(db: Reader, folded: string, limit: number): Promise<{ kind: string; id: string; name: string }[]> {
  const pattern = `${folded.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  return db
    .selectFrom('search_names')
    .select(['kind', 'id', 'name'])
    .where('folded', 'like', pattern)
    .orderBy(sql`length(folded)`)
    .orderBy('id')
    .limit(limit)
    .execute()
}
