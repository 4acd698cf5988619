import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Side } from '#pure/topics/weigh.ts'
import '../tables.ts'
import { inOrder } from './proposals.ts'
import { labelsAsMade } from './topics.ts'

/** Open topics as the rule sees them, with which topic answers for each. */
export async function sidesOf(db: Reader, ids: readonly string[]): Promise<Map<string, Side & { head: string }>> {
  if (ids.length === 0) return new Map()
  const [rows, labels] = await Promise.all([
    db
      .selectFrom('topics')
      .select(['id', 'kind', 'head_id as head'])
      .where('id', 'in', [...new Set(ids)])
      .where('is_open', '=', true)
      .execute(),
    labelsAsMade(db, ids),
  ])
  return new Map(rows.map(({ id, kind, head }) => [id, { id, head, seeded: kind !== 'member', isGenre: kind === 'music-genre', labels: labels.get(id) ?? [] }]))
}

/** Ids of open topics, in pages. */
export const topicsAfter = async (db: Reader, after: string, limit: number): Promise<string[]> =>
  (await db.selectFrom('topics').select('id').where('is_open', '=', true).where('id', '>', after).orderBy('id').limit(limit).execute()).map((row) => row.id)

/** Somebody wrote one of a pair where the author of a note wrote the other; once each. */
export const keepSightings = (tx: Tx, note: NoteId, actor: ActorId, pairs: readonly [string, string][]) =>
  pairs.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('topic_sightings')
        .values(pairs.map(([one, other]) => ({ note_id: note, actor_id: actor, ...inOrder(one, other) })))
        .onConflict((on) => on.doNothing())
        .execute()

export const forgetSightings = (tx: Tx, member: ActorId) => tx.deleteFrom('topic_sightings').where('actor_id', '=', member).execute()

/** How many people wrote one of these pairs where an author wrote the other, by `a b` as given. */
export async function layersWith(db: Reader, pairs: readonly { a: string; b: string }[]): Promise<Map<string, number>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<{ a: string; b: string; count: number }>`
    select p.a, p.b, count(distinct s.actor_id)::integer as count
    from unnest(${pairs.map(({ a }) => a)}::text[], ${pairs.map(({ b }) => b)}::text[]) as p (a, b)
    join topic_sightings s on s.a_id = least(p.a collate "C", p.b collate "C") and s.b_id = greatest(p.a collate "C", p.b collate "C") group by p.a, p.b`.execute(
    db,
  )
  return new Map(rows.map(({ a, b, count }) => [`${a} ${b}`, count]))
}
