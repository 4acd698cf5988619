import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { Apart, Node, Same } from '#pure/topics/groups.ts'
import type { TopicLinksTable } from '../tables.ts'

/** One at a time: what is one with what can only be worked out from all that was found. */
export const lockGroups = (tx: Tx) => takeTurns(tx, 'topics.groups')

/** Everything that what was found leads to from these topics. */
export async function reachedFrom(tx: Tx, ids: readonly string[]): Promise<{ nodes: (Node & { head: string })[]; same: Same[]; apart: Apart[] }> {
  const { rows: nodes } = await sql<{ id: string; head: string; kind: string; at: Instant }>`
    with recursive reached as (
      select unnest(${[...ids]}::text[]) as id
      union
      select case when p.a_id = r.id then p.b_id else p.a_id end from reached r join topic_proposals p on (p.a_id = r.id or p.b_id = r.id) where p.state = 'same')
    select id, head_id as head, kind, created_at as at from topics join reached using (id)`.execute(tx)
  const all = nodes.map((node) => node.id)
  const pairs = await tx
    .selectFrom('topic_proposals')
    .select(['a_id as a', 'b_id as b', 'state', 'changed_at as at'])
    .where('a_id', 'in', all)
    .where('b_id', 'in', all)
    .where('state', '<>', 'open')
    .execute()
  const links = await tx
    .selectFrom('topic_links')
    .select(['from_id', 'to_id'])
    .where('kind', '=', 'apart')
    .where('from_id', 'in', all)
    .where('to_id', 'in', all)
    .execute()
  return {
    nodes: nodes.map(({ id, head, kind, at }) => ({ id, head, seeded: kind !== 'member', madeAt: at.getTime() })),
    same: pairs.filter(({ state }) => state === 'same').map(({ a, b, at }) => ({ a, b, at: at.getTime() })),
    apart: [...pairs.filter(({ state }) => state === 'apart').map(({ a, b }): Apart => [a, b]), ...links.map((link): Apart => [link.from_id, link.to_id])],
  }
}

export const setHeads = (tx: Tx, heads: ReadonlyMap<string, string>) =>
  sql`update topics set head_id = h.head from unnest(${[...heads.keys()]}::text[], ${[...heads.values()]}::text[]) as h (id, head) where topics.id = h.id and head_id <> h.head`.execute(
    tx,
  )

/** Which topic answers for each of these; unknown ids are left out. */
export async function headsOfTopics(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topics')
    .select(['id', 'head_id'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.head_id]))
}

/** These topics and all that are one with any of them. */
export async function oneWith(db: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('topics')
    .select('id')
    .where(
      'head_id',
      'in',
      db
        .selectFrom('topics')
        .select('head_id')
        .where('id', 'in', [...ids]),
    )
    .execute()
  return rows.map((row) => row.id)
}

/** Neighbours of these topics in the graph, and those that readers found not to be the same. */
export async function linksOf(db: Reader, ids: readonly string[]) {
  const links = db
    .selectFrom('topic_links')
    .select(['from_id as from', 'to_id as to', 'kind'])
    .where((eb) => eb.or([eb('from_id', 'in', [...ids]), eb('to_id', 'in', [...ids])]))
    .where('kind', '<>', 'none')
    .$narrowType<{ kind: Exclude<TopicLinksTable['kind'], 'none'> }>()
    .limit(60)
  const found = db
    .selectFrom('topic_proposals')
    .select(['a_id as from', 'b_id as to', sql<'apart'>`'apart'`.as('kind')])
    .where('state', '=', 'apart')
    .where((eb) => eb.or([eb('a_id', 'in', [...ids]), eb('b_id', 'in', [...ids])]))
    .orderBy('changed_at', 'desc')
    .limit(20)
  const [curated, asked] = await Promise.all([links.execute(), found.execute()])
  return [...curated, ...asked]
}
