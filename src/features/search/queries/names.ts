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

/** Names that begin so, short ones first; `folded` holds the ways to read what was typed. */
export function namesByPrefix(db: Reader, folded: readonly string[], limit: number): Promise<{ kind: string; id: string; name: string }[]> {
  const patterns = folded.map((one) => `${one.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`)
  return db
    .selectFrom('search_names')
    .select(['kind', 'id', 'name'])
    .where((eb) => eb.or(patterns.map((pattern) => eb('folded', 'like', pattern))))
    .orderBy(sql`length(folded)`)
    .orderBy('id')
    .limit(limit)
    .execute()
}
