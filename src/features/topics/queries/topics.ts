import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { foldLabel, foldLabelLoose } from '#pure/lexicon/fold.ts'
import { briefOf, type Label, type TopicBrief } from '../topic.ts'
import '../tables.ts'

/** Topics by the labels people write, in any language; exact folding first, then without accents. Answers written label → id. */
export async function topicsByLabels(db: Reader, labels: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (labels.length === 0) return found
  const exact = new Map(labels.map((label) => [label, foldLabel(label)]))
  const rows = await db
    .selectFrom('topic_labels')
    .innerJoin('topics', 'topics.id', 'topic_labels.topic_id')
    .select(['folded', 'topic_id as id', 'position'])
    .where('folded', 'in', [...new Set(exact.values())])
    .orderBy('position')
    .orderBy('topics.created_at')
    .execute()
  for (const [label, folded] of exact) {
    const row = rows.find((one) => one.folded === folded)
    if (row) found.set(label, row.id)
  }
  const left = labels.filter((label) => !found.has(label))
  if (left.length === 0) return found
  const loose = new Map(left.map((label) => [label, foldLabelLoose(label)]))
  const second = await db
    .selectFrom('topic_labels')
    .select(['loose', 'topic_id as id'])
    .where('loose', 'in', [...new Set(loose.values())])
    .orderBy('position')
    .execute()
  for (const [label, key] of loose) {
    const row = second.find((one) => one.loose === key)
    if (row) found.set(label, row.id)
  }
  return found
}

export const topicById = (db: Reader, id: string) => db.selectFrom('topics').selectAll().where('id', '=', id).executeTakeFirst()

/** What is not open yet is there for whoever coined it, and for nobody else. */
const isSeenBy = (me: ActorId | null) => sql<boolean>`(topics.is_open or topics.created_by = ${me})`

/** A topic that `me` (null: anonymous) may hear of, by id, else by any of its labels. */
export async function findTopic(db: Reader, idOrLabel: string, me: ActorId | null) {
  const topic = (await topicById(db, idOrLabel.toLowerCase())) ?? (await labelled())
  return topic && (topic.is_open || topic.created_by === me) ? topic : undefined

  async function labelled() {
    const id = (await topicsByLabels(db, [idOrLabel])).get(idOrLabel)
    return id === undefined ? undefined : topicById(db, id)
  }
}

/** Those of these topics that `me` may hear of, in their order. */
export async function seenTopics(db: Reader, ids: string[], me: ActorId | null): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('topics').select('id').where('id', 'in', ids).where(isSeenBy(me)).execute()
  const seen = new Set(rows.map((row) => row.id))
  return ids.filter((id) => seen.has(id))
}

/** From now on everybody may hear of these. */
export async function openTopics(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.updateTable('topics').set({ is_open: true }).where('id', 'in', ids).where('is_open', '=', false).execute()
}

export async function labelsOf(db: Reader, ids: string[]): Promise<Map<string, (Label & { position: number })[]>> {
  const labels = new Map<string, (Label & { position: number })[]>()
  if (ids.length === 0) return labels
  const rows = await db
    .selectFrom('topic_labels')
    .select(['topic_id', 'language', 'label', 'position'])
    .where('topic_id', 'in', [...new Set(ids)])
    .orderBy('position')
    .execute()
  for (const { topic_id, ...label } of rows) labels.set(topic_id, [...(labels.get(topic_id) ?? []), label])
  return labels
}

/** Briefs for chips, one query; unknown ids are left out. */
export async function topicBriefs(db: Reader, ids: string[], locale: string): Promise<Map<string, TopicBrief>> {
  const labels = await labelsOf(db, ids)
  return new Map([...labels].map(([id, all]) => [id, briefOf(id, all, locale)]))
}

/** A new concept with one label, not open yet; the id is taken when it is free. Concurrent makers of one label get one topic. */
export async function insertTopic(
  tx: Tx,
  { id, label, language, by, at }: { id: string; label: string; language: string; by: ActorId; at: Instant },
): Promise<void> {
  await tx
    .insertInto('topics')
    .values({ id, kind: 'member', created_by: by, created_at: at, is_open: false })
    .onConflict((on) => on.doNothing())
    .execute()
  await tx
    .insertInto('topic_labels')
    .values({ topic_id: id, language, label, folded: foldLabel(label), loose: foldLabelLoose(label), position: 0 })
    .onConflict((on) => on.doNothing())
    .execute()
}

export const followTopic = (db: Reader, member: ActorId, topic: string, at: Instant) =>
  db
    .insertInto('topic_follows')
    .values({ member_id: member, topic_id: topic, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
export const unfollowTopic = (db: Reader, member: ActorId, topic: string) =>
  db.deleteFrom('topic_follows').where('member_id', '=', member).where('topic_id', '=', topic).execute()

/** Ids of the topics a member follows, newest first. */
export async function followedTopics(db: Reader, member: ActorId): Promise<string[]> {
  const rows = await db.selectFrom('topic_follows').select('topic_id').where('member_id', '=', member).orderBy('created_at', 'desc').limit(500).execute()
  return rows.map((row) => row.topic_id)
}

export async function isFollowing(db: Reader, member: ActorId, topic: string): Promise<boolean> {
  return (
    (await db.selectFrom('topic_follows').select('topic_id').where('member_id', '=', member).where('topic_id', '=', topic).executeTakeFirst()) !== undefined
  )
}

/** Ids that `me` may hear of whose label in any language begins with the folded text, those with the shortest label first. */
export async function topicsByPrefix(db: Reader, text: string, limit: number, me: ActorId | null): Promise<string[]> {
  const key = foldLabelLoose(text).replaceAll(/[\\%_]/g, (c) => `\\${c}`)
  if (key === '') return []
  const rows = await db
    .selectFrom('topic_labels')
    .innerJoin('topics', 'topics.id', 'topic_labels.topic_id')
    .where(isSeenBy(me))
    .select(['topic_id', sql<number>`min(length(loose) + position * 3)`.as('distance')])
    .where('loose', 'like', `${key}%`)
    .groupBy('topic_id')
    .orderBy('distance')
    .orderBy('topic_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.topic_id)
}

export const linksOf = (db: Reader, id: string) =>
  db
    .selectFrom('topic_links')
    .select(['from_id as from', 'to_id as to', 'kind'])
    .where((eb) => eb.or([eb('from_id', '=', id), eb('to_id', '=', id)]))
    .limit(60)
    .execute()
