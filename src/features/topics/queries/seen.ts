import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Label } from '../topic.ts'
import '../tables.ts'

/** What is not open yet is there for those who wrote it, and for nobody else: nobody can tell whether others did. */
export const isSeenBy = (me: ActorId | null) =>
  sql<boolean>`(topics.is_open or topics.created_by = ${me} or exists (select 1 from topic_writers w where w.topic_id = topics.id and w.member_id = ${me}))`

/** A topic as one member wrote it. */
export interface Written {
  id: string
  /** Null where the topic was named by its id. */
  label: Label | null
}

/** This member wrote these, so spelled; of open ones, and of what they coined, nothing needs to be kept. */
export async function keepWriter(tx: Tx, written: readonly Written[], member: ActorId): Promise<void> {
  if (written.length === 0) return
  const [ids, labels, languages] = [
    written.map(({ id }) => id),
    written.map(({ label }) => label?.label ?? null),
    written.map(({ label }) => label?.language ?? null),
  ]
  await sql`insert into topic_writers (topic_id, member_id, label, language)
    select topics.id, ${member}, w.label, w.language from unnest(${ids}::text[], ${labels}::text[], ${languages}::text[]) as w (id, label, language)
    join topics on topics.id = w.id and not is_open and created_by is distinct from ${member}
    on conflict (topic_id, member_id) do update set label = coalesce(topic_writers.label, excluded.label), language = coalesce(topic_writers.language, excluded.language)`.execute(
    tx,
  )
}

export const spellingKey = (topic: string, member: ActorId): string => `${topic} ${member}`

/** How these members spelled these topics, by `spellingKey`: of topics that are not open and that somebody else coined. */
export async function spellings(db: Reader, topics: readonly string[], members: readonly ActorId[]): Promise<Map<string, Label>> {
  if (topics.length === 0 || members.length === 0) return new Map()
  const rows = await db
    .selectFrom('topic_writers as w')
    .innerJoin('topics', 'topics.id', 'w.topic_id')
    .select(['w.topic_id', 'w.member_id', 'w.label', 'w.language'])
    .where('w.topic_id', 'in', [...new Set(topics)])
    .where('w.member_id', 'in', [...new Set(members)])
    .where('is_open', '=', false)
    .execute()
  return new Map(
    rows.flatMap(({ topic_id, member_id, label, language }) => (label && language ? [[spellingKey(topic_id, member_id), { label, language }]] : [])),
  )
}

export const forgetWriter = (db: Reader, member: ActorId) => db.deleteFrom('topic_writers').where('member_id', '=', member).execute()
