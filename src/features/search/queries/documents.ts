import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { PLANNED_EACH_TIME, type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import { contentHash } from '#ground/ids/index.ts'
import type { Wanted } from '../question.ts'
import { type Candidate, weights } from '../ranking.ts'
import type { SearchDocumentsTable } from '../tables.ts'

/**
 * What the index holds of a term: the first four bytes of its SHA-256, signed (the migration computes the same in SQL). Two terms of one
 * key would find each other's documents: in a million documents of a hundred terms, a query meets that once in forty times.
 */
export const keyOf = (term: string): number => Number.parseInt(contentHash(term).slice(0, 8), 16) | 0

/** Whoever looks at a thing to index it does so alone until the transaction ends. */
export const lockDocument = (tx: Tx, kind: string, id: string) => takeTurns(tx, `search ${kind} ${id}`)

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

export const hasDocuments = async (db: Reader): Promise<boolean> => (await db.selectFrom('search_documents').select('id').limit(1).execute()).length > 0

/** Which of these terms anything holds. */
export async function occurring(db: Reader, terms: readonly string[]): Promise<Set<string>> {
  if (terms.length === 0) return new Set()
  const { rows } = await sql<{ term: string }>`select term from unnest(${[...terms]}::text[], ${terms.map(keyOf)}::integer[]) as asked (term, key)
    where exists (select from search_documents where keys @> array[key])`.execute(db)
  return new Set(rows.map((row) => row.term))
}

type Condition = RawBuilder<boolean>

const holds = (terms: readonly string[]): Condition => sql<boolean>`keys @> ${terms.map(keyOf)}::integer[]`

/** Answers a word in any of its ways; those of one term are looked up together. */
function answers({ ways }: Wanted): Condition {
  const single = ways.flatMap(({ terms }) => (terms.length === 1 ? terms.map(keyOf) : []))
  const longer = ways.filter(({ terms }) => terms.length > 1).map(({ terms }) => holds(terms))
  const all = single.length > 0 ? [sql<boolean>`keys && ${single}::integer[]`, ...longer] : longer
  return sql<boolean>`(${sql.join(all, sql` or `)})`
}

/** Which documents: that hold the words themselves, that have a topic for each, that answer each in some way, that answer any of them. */
export type Reach = 'itself' | 'topics' | 'each' | 'any'

/** One topic for each word, or null when a word has none. */
export function topicTerms(wanted: readonly Wanted[]): string[] | null {
  const topics = wanted.map(({ ways }) => ways.find(({ why }) => why === 'topic')?.terms ?? [])
  return topics.length > 0 && topics.every((terms) => terms.length > 0) ? topics.flat() : null
}

function conditionOf(reach: Reach, wanted: readonly Wanted[]): Condition {
  if (wanted.length === 0) return sql<boolean>`true`
  if (reach === 'itself') return holds(wanted.flatMap(({ ways }) => ways[0]?.terms ?? []))
  if (reach === 'topics') return holds(topicTerms(wanted) ?? [])
  return sql<boolean>`(${sql.join(wanted.map(answers), reach === 'each' ? sql` and ` : sql` or `)})`
}

const inTitle = (terms: readonly string[]): Condition => sql<boolean>`title_terms @> ${[...terms]}::text[]`

/**
 * Of each word the best way that a document takes, counted from 1, and with minus when its title does. A topic on it tells more than its
 * label, which is among the words too; then the title is asked for the word itself. One look at the title a word, for that is what costs.
 */
const bestWays = (wanted: readonly Wanted[]): RawBuilder<number[]> =>
  wanted.length === 0
    ? sql<number[]>`'{}'::integer[]`
    : sql<number[]>`array[${sql.join(
        wanted.map(({ ways }) => {
          const best = [...ways.entries()].toSorted(([, a], [, b]) => weights.ways[b.why] - weights.ways[a.why])
          const whens = best.map(([at, { why, terms }]) => {
            const title = inTitle(why === 'topic' ? (ways[0]?.terms ?? []) : terms)
            return sql`when ${holds(terms)} then case when ${title} then ${sql.lit(-at - 1)} else ${sql.lit(at + 1)} end`
          })
          return sql`case ${sql.join(whens, sql` `)} else 0 end`
        }),
      )}]`

export interface Search {
  wanted: readonly Wanted[]
  /** Each kind of thing is looked for apart, so that none crowds out another. */
  kinds: readonly string[]
  kindTerm: (kind: string) => string
  /** Terms that every document must have. */
  filters: readonly string[]
  until: Instant
  since: Instant | null
  /** Newest notes per reach, and of any other kind. */
  limits: { note: number; other: number }
}

const COLUMNS = sql`kind, id, language, created_at, keys, title_terms`
const NEWEST_FIRST = sql`order by created_at desc, id desc`

/** The newest `limit` that hold to a condition, as the planner finds them. */
const looked = (condition: Condition, until: Instant, limit: number): RawBuilder<unknown> =>
  sql`(select ${COLUMNS} from search_documents where ${condition} and created_at <= ${until} ${NEWEST_FIRST} limit ${limit})`

/** How many of the newest documents are read one by one before the index of terms is asked. */
const WALKED = 2_000

/**
 * The same where the planner cannot know how many there are: it takes the two halves of a Chinese word for independent and expects few of
 * it, and knows nothing of words that stand for each other. When such are said often, the index of terms would fetch them all. So the
 * newest are walked first, and as the outer limit ends the append, the second half runs only when they did not suffice.
 */
function walked(condition: Condition, until: Instant, limit: number): RawBuilder<unknown> {
  const newest = sql`from search_documents where created_at <= ${until} ${NEWEST_FIRST}`
  return sql`(select ${COLUMNS} from (
      (select ${COLUMNS} from (select ${COLUMNS} ${newest} limit ${sql.lit(WALKED)}) walked where ${condition})
      union all
      (select ${COLUMNS} from search_documents
        where ${condition} and (created_at, id) < (select created_at, id ${newest} offset ${sql.lit(WALKED - 1)} limit 1)
        ${NEWEST_FIRST} limit ${limit})) found limit ${limit})`
}

/** The newest candidates of each kind within each reach, and how they answer; one statement for all. One may come twice. */
export async function documentsOf(
  db: Reader,
  reaches: readonly Reach[],
  { wanted, kinds, kindTerm, filters, until, since, limits }: Search,
): Promise<Candidate[]> {
  const isJoined = wanted.some(({ ways }) => (ways[0]?.terms.length ?? 0) > 1)
  const newest = kinds.flatMap((kind) =>
    reaches.map((reach) => {
      const recent = since ? sql`and created_at >= ${since}` : sql``
      const condition = sql<boolean>`${holds([kindTerm(kind), ...filters])} and ${conditionOf(reach, wanted)} ${recent}`
      if (kind !== 'note') return looked(condition, until, limits.other)
      return (reach === 'each' || (reach === 'itself' && isJoined) ? walked : looked)(condition, until, limits.note)
    }),
  )
  if (newest.length === 0) return []
  const { rows } = await sql<Omit<Candidate, 'titled'>>`${PLANNED_EACH_TIME} select kind, id, language, created_at as "createdAt", ${bestWays(wanted)} as met
    from (${sql.join(newest, sql` union all `)}) newest`.execute(db)
  // In a title it is the word itself or what means it, never the topic.
  const titledBy = (way: number, at: number) => (way >= 0 ? 0 : wanted[at]?.ways[-way - 1]?.why === 'topic' ? 1 : -way)
  return rows.map((row) => ({ ...row, met: row.met.map(Math.abs), titled: row.met.map(titledBy) }))
}
