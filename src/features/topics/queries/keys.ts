import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { typedForms } from '#pure/topics/typed.ts'
import '../tables.ts'
import { isSeenBy } from './seen.ts'

/** More than any label is long. */
const BEHIND = 1_000

export type KeyKind = 'typed' | 'sign'

/** Adds keys of topics; those that are there already stay. */
export async function addKeys(tx: Tx | Reader, kind: KeyKind, keys: readonly { topic: string; key: string; inside?: boolean }[]): Promise<void> {
  if (keys.length === 0) return
  const [topics, texts, inside] = [keys.map(({ topic }) => topic), keys.map(({ key }) => key), keys.map((one) => one.inside ?? false)]
  await sql`insert into topic_keys (topic_id, kind, key, inside) select topic, ${kind}, key, bool_and(inside)
    from unnest(${topics}::text[], ${texts}::text[], ${inside}::boolean[]) as k (topic, key, inside) group by topic, key on conflict do nothing`.execute(tx)
}

/** Labels of topics that cannot be found by typing yet. */
export const labelsWithoutKeys = (db: Reader): Promise<{ topic: string; label: string }[]> =>
  db
    .selectFrom('topic_labels as l')
    .select(['topic_id as topic', 'label'])
    .where((eb) => eb.not(eb.exists(eb.selectFrom('topic_keys as k').select('key').whereRef('k.topic_id', '=', 'l.topic_id').where('k.kind', '=', 'typed'))))
    .execute()

/** These topics have these signs and no others. */
export async function setSigns(tx: Tx, topics: readonly string[], keys: readonly { topic: string; key: string }[]): Promise<void> {
  if (topics.length > 0)
    await tx
      .deleteFrom('topic_keys')
      .where('kind', '=', 'sign')
      .where('topic_id', 'in', [...topics])
      .execute()
  await addKeys(tx, 'sign', keys)
}

/** Topics that share a sign with each of these, at most `each` a topic. */
export async function sharingSigns(db: Reader, topics: readonly string[], each: number): Promise<{ a: string; b: string }[]> {
  if (topics.length === 0) return []
  const { rows } = await sql<{ a: string; b: string }>`
    select asked.id as a, other.id as b from unnest(${[...topics]}::text[]) as asked (id), lateral (
      select distinct k2.topic_id as id from topic_keys k1 join topic_keys k2 on k2.key = k1.key and k2.kind = 'sign' and k2.topic_id <> asked.id
      join topics on topics.id = k2.topic_id and topics.is_open
      where k1.topic_id = asked.id and k1.kind = 'sign' limit ${each}) other`.execute(db)
  return rows
}

/**
 * Topics that `me` may hear of with a label in any language that begins so, or sounds so, those with the shortest first; what is one comes once. The
 * label itself comes before those that only have such a word in them.
 */
export async function topicsByPrefix(db: Reader, text: string, limit: number, me: ActorId | null): Promise<string[]> {
  const patterns = typedForms(text).map((form) => `${form.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`)
  if (patterns.length === 0) return []
  const rows = await db
    .selectFrom('topic_keys')
    .innerJoin('topics', 'topics.id', 'topic_keys.topic_id')
    .select(['head_id as id', sql<number>`min(length(key) + case when inside then ${BEHIND} else 0 end)`.as('distance')])
    .where('topic_keys.kind', '=', sql.lit('typed'))
    .where((eb) => eb.or(patterns.map((pattern) => eb('key', 'like', pattern))))
    .where(isSeenBy(me))
    .groupBy('head_id')
    .orderBy('distance')
    .orderBy('head_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
