import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { foldLabel, foldLabelLoose } from '#pure/lexicon/fold.ts'
import { typedKeys } from '#pure/topics/typed.ts'
import { throughKept } from '../kept-names.ts'
import { briefOf, distinctTopics, type Label, type TopicBrief } from '../topic.ts'
import '../tables.ts'
import { addKeys } from './keys.ts'
import { isSeenBy, spellingKey, spellings } from './seen.ts'

/** A word in Chinese characters may be Japanese and mean something else (勉強): who writes Chinese does not mean that. */
const mayMean = (row: { language: string }, label: string, language: string | undefined): boolean =>
  !(row.language === 'ja' && language?.startsWith('zh') && /^\p{Script=Han}+$/u.test(label))

/**
 * Topics by the labels people write, in any language; exact folding first, then without accents. Answers written label → id of the topic that was
 * made for that label, whichever topic answers for it. `language`: of what they write, when it is known.
 */
export async function topicsByLabels(db: Reader, labels: string[], language?: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (labels.length === 0) return found
  const exact = new Map(labels.map((label) => [label, foldLabel(label)]))
  const rows = await db
    .selectFrom('topic_labels')
    .innerJoin('topics', 'topics.id', 'topic_labels.topic_id')
    .select(['folded', 'topic_id as id', 'language'])
    .where('folded', 'in', [...new Set(exact.values())])
    .orderBy('position')
    .orderBy('topics.created_at')
    .execute()
  for (const [label, folded] of exact) {
    const row = rows.find((one) => one.folded === folded && mayMean(one, label, language))
    if (row) found.set(label, row.id)
  }
  const left = labels.filter((label) => !found.has(label))
  if (left.length === 0) return found
  const loose = new Map(left.map((label) => [label, foldLabelLoose(label)]))
  const second = await db
    .selectFrom('topic_labels')
    .select(['loose', 'topic_id as id', 'language'])
    .where('loose', 'in', [...new Set(loose.values())])
    .orderBy('position')
    .execute()
  for (const [label, key] of loose) {
    const row = second.find((one) => one.loose === key && mayMean(one, label, language))
    if (row) found.set(label, row.id)
  }
  return found
}

export const topicById = (db: Reader, id: string) => db.selectFrom('topics').selectAll().where('id', '=', id).executeTakeFirst()

/** A topic as it was made, that `me` (null: anonymous) may hear of, by id, else by any of its labels. */
export async function findTopicAsMade(db: Reader, idOrLabel: string, me: ActorId | null) {
  const topic = (await topicById(db, idOrLabel.toLowerCase())) ?? (await labelled())
  return topic && (topic.is_open || (await headsSeen(db, [topic.id], me)).size > 0) ? topic : undefined

  async function labelled() {
    const id = (await topicsByLabels(db, [idOrLabel])).get(idOrLabel)
    return id === undefined ? undefined : topicById(db, id)
  }
}

/** The topic that answers for it: what is one has one page, whichever label is opened. */
export async function findTopic(db: Reader, idOrLabel: string, me: ActorId | null) {
  const topic = await findTopicAsMade(db, idOrLabel, me)
  return topic === undefined || topic.head_id === topic.id ? topic : topicById(db, topic.head_id)
}

/** Which topic answers for each of these, in their order; those that `me` may not hear of are left out. */
export async function headsSeen(db: Reader, ids: readonly string[], me: ActorId | null): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topics')
    .select(['id', 'head_id'])
    .where('id', 'in', [...ids])
    .where(isSeenBy(me))
    .execute()
  const heads = new Map(rows.map((row) => [row.id, row.head_id]))
  return new Map(ids.flatMap((id) => (heads.has(id) ? [[id, heads.get(id) ?? id]] : [])))
}

/** From now on everybody may hear of these, as `by` spells them. Answers those that nobody else could hear of before. */
export async function markOpen(tx: Tx, ids: string[], by: ActorId): Promise<string[]> {
  if (ids.length === 0) return []
  for (const [key, { label, language }] of await spellings(tx, ids, [by]))
    await tx
      .updateTable('topic_labels')
      .set({ label, language, folded: foldLabel(label), loose: foldLabelLoose(label) })
      .where('topic_id', '=', ids.find((id) => spellingKey(id, by) === key) ?? '')
      .execute()
  const rows = await tx.updateTable('topics').set({ is_open: true }).where('id', 'in', ids).where('is_open', '=', false).returning('id').execute()
  return rows.map((row) => row.id)
}

export interface Named {
  /** Which topic answers for it. */
  head: string
  labels: (Label & { position: number })[]
}

/** Labels of what is one with each of these, those of its head first. */
const namedTopics = (db: Reader, ids: readonly string[]): Promise<Map<string, Named>> => throughKept(db, ids, (missing) => askNames(db, missing))

async function askNames(db: Reader, ids: readonly string[]): Promise<Map<string, Named>> {
  const found = new Map<string, Named>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('topics as asked')
    .innerJoin('topics as one', 'one.head_id', 'asked.head_id')
    .innerJoin('topic_labels as l', 'l.topic_id', 'one.id')
    .select(['asked.id', 'asked.head_id as head', 'l.language', 'l.label', 'l.position'])
    .where('asked.id', 'in', [...ids])
    .orderBy(sql`one.id <> asked.head_id`)
    .orderBy('one.created_at')
    .orderBy('one.id')
    .orderBy('l.position')
    .execute()
  for (const { id, head, ...label } of rows) {
    const named = found.get(id) ?? { head, labels: [] }
    named.labels.push(label)
    found.set(id, named)
  }
  return found
}

export const labelsOf = async (db: Reader, ids: readonly string[]): Promise<Map<string, Named['labels']>> =>
  new Map([...(await namedTopics(db, ids))].map(([id, { labels }]) => [id, labels]))

/** What is not open is called as its `writer` wrote it: whoever reads, or whose note it stands under. */
interface Asked {
  topics: readonly string[]
  writer: ActorId | null
}

/** Briefs for the chips of each of these, in their order; what is one comes once, unknown ids are left out. Two queries. */
export async function topicChips(db: Reader, asked: readonly Asked[], locale: string): Promise<TopicBrief[][]> {
  const ids = asked.flatMap(({ topics }) => topics)
  const writers = asked.flatMap(({ writer }) => writer ?? [])
  const [named, own] = await Promise.all([namedTopics(db, ids), spellings(db, ids, writers)])
  return asked.map(({ topics, writer }) => {
    const briefs = new Map(
      topics.flatMap((id) => {
        const topic = named.get(id)
        const spelled = writer === null ? undefined : own.get(spellingKey(id, writer))
        return topic ? [[id, briefOf(topic.head, spelled ? [spelled] : topic.labels, locale)]] : []
      }),
    )
    return distinctTopics(topics, briefs)
  })
}

/** The same for one reader or writer, by the id that was asked for. */
export async function topicBriefs(db: Reader, ids: readonly string[], locale: string, writer: ActorId | null): Promise<Map<string, TopicBrief>> {
  const each = [...new Set(ids)]
  const chips = await topicChips(
    db,
    each.map((id) => ({ topics: [id], writer })),
    locale,
  )
  return new Map(each.flatMap((id, i) => (chips[i]?.[0] ? [[id, chips[i][0]]] : [])))
}

/** Labels that topics were made with, without those of others that are one with them. */
export async function labelsAsMade(db: Reader, ids: readonly string[]): Promise<Map<string, (Label & { position: number })[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topic_labels')
    .select(['topic_id', 'language', 'label', 'position'])
    .where('topic_id', 'in', [...new Set(ids)])
    .orderBy('position')
    .execute()
  return new Map(Map.groupBy(rows, (row) => row.topic_id))
}

/** Whoever makes topics of these labels does so alone until the transaction ends: so that one label gets one topic. In order, so that nobody waits for each other. */
export const lockLabels = (tx: Tx, folded: readonly string[]): Promise<void> => takeTurns(tx, ...folded.map((label) => `topic label ${label}`))

/** A new concept with one label, not open yet; the id is taken when it is free. */
export async function insertTopic(
  tx: Tx,
  { id, label, language, by, at }: { id: string; label: string; language: string; by: ActorId; at: Instant },
): Promise<void> {
  await tx
    .insertInto('topics')
    .values({ id, kind: 'member', created_by: by, created_at: at, is_open: false, head_id: id })
    .onConflict((on) => on.doNothing())
    .execute()
  await tx
    .insertInto('topic_labels')
    .values({ topic_id: id, language, label, folded: foldLabel(label), loose: foldLabelLoose(label), position: 0 })
    .onConflict((on) => on.doNothing())
    .execute()
  await addKeys(
    tx,
    'typed',
    typedKeys(label).map((key) => ({ topic: id, ...key })),
  )
}
