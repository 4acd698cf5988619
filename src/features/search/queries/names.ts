import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import '../tables.ts'

export interface Name {
  name: string
  /** The name, or how it sounds, as somebody types it. */
  folded: string
}

/** Replaces the names of a thing. */
export async function writeNames(tx: Tx, kind: string, id: string, names: readonly Name[]): Promise<void> {
  await tx.deleteFrom('search_names').where('kind', '=', kind).where('id', '=', id).execute()
  await addNames(
    tx,
    names.map((name) => ({ kind, id, ...name })),
  )
}

export async function addNames(tx: Tx, names: (Name & { kind: string; id: string })[]): Promise<void> {
  if (names.length > 0)
    await tx
      .insertInto('search_names')
      .values(names)
      .onConflict((on) => on.doNothing())
      .execute()
}

/** Of names that begin so, this many in the order of the alphabet are looked at: a letter may begin a tenth of all. */
const LOOKED_AT = 200
/** Sorts after every sign. */
const LAST = '\u{10ffff}'

/** Names that begin so, short ones first; `folded` holds the ways to read what was typed. Bounds in place of LIKE: any plan finds the index by them. */
export async function namesByPrefix(db: Reader, folded: readonly string[], limit: number): Promise<{ kind: string; id: string; name: string }[]> {
  const ways = folded.map(
    (one) =>
      sql`(select kind, id, name, folded from search_names where folded ~>=~ ${one} and folded ~<~ ${one + LAST} order by folded using ~<~ limit ${sql.lit(LOOKED_AT)})`,
  )
  const { rows } = await sql<{ kind: string; id: string; name: string }>`
    select kind, id, name from (${sql.join(ways, sql` union all `)}) near order by length(folded), id limit ${limit}`.execute(db)
  return rows
}
