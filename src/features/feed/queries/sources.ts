import { sql } from 'kysely'
import { visibleTo } from '#features/notes/index.ts'
import { notMinor } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Bridging, Note } from '#pure/recommender/page/types.ts'
import '../tables.ts'

const columns = [
  'feed_notes.note_id as id',
  'feed_notes.author_id as author',
  'feed_notes.published_at as publishedAt',
  'feed_notes.quality',
  'feed_notes.language',
  'feed_notes.country',
  'feed_notes.layer_languages as layers',
  'feed_notes.topics',
  'feed_notes.art',
  'feed_notes.bridging as score',
  'feed_notes.sides',
] as const

interface Row extends Omit<Note, 'publishedAt' | 'bridging'> {
  publishedAt: Instant
  score: number | null
  sides: Bridging['sides'] | null
}

const noteOf = ({ id, author, publishedAt, quality, language, country, layers, topics, art, score, sides }: Row): Note => ({
  id,
  author,
  publishedAt: publishedAt.getTime(),
  quality,
  language,
  country,
  layers,
  topics,
  art,
  bridging: score === null ? null : { score, sides: sides ?? [] },
})

const notes = (db: Reader) => db.selectFrom('feed_notes').select(columns)

/** The hottest of all. */
export const hottest = async (db: Reader, limit: number): Promise<Note[]> =>
  (await notes(db).where('waits', '=', false).orderBy('heat', 'desc').orderBy('note_id').limit(limit).execute()).map(noteOf)

/** The newest of all. */
export const freshest = async (db: Reader, limit: number): Promise<Note[]> =>
  (await notes(db).where('waits', '=', false).orderBy('published_at', 'desc').orderBy('note_id', 'desc').limit(limit).execute()).map(noteOf)

/** What readers of several languages like most alike. */
export const bridged = async (db: Reader, limit: number): Promise<Note[]> =>
  (await notes(db).where('bridging', 'is not', null).orderBy('bridging', 'desc').orderBy('note_id').limit(limit).execute()).map(noteOf)

/** These notes, in any order; what is not in the feeds is left out. */
export const notesByIds = async (db: Reader, ids: readonly string[]): Promise<Note[]> =>
  ids.length === 0
    ? []
    : (
        await notes(db)
          .where('note_id', 'in', ids as NoteId[])
          .execute()
      ).map(noteOf)

/** Which of these were edited after the moment that is given with each. */
export async function editedSince(db: Reader, seen: ReadonlyMap<NoteId, Instant>): Promise<Set<string>> {
  if (seen.size === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select n.id from unnest(${[...seen.keys()]}::uuid[], ${[...seen.values()]}::timestamptz[]) seen (id, at)
    join notes n on n.id = seen.id and n.edited_at > seen.at`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** All by time, newest first, from `before` on. */
export async function newestOf(db: Reader, before: { at: Instant; id: string } | null, limit: number): Promise<{ id: NoteId; at: Instant }[]> {
  const query = db
    .selectFrom('feed_notes')
    .select(['note_id as id', 'published_at as at'])
    .orderBy('published_at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(limit)
  return (before ? query.where(sql<boolean>`(published_at, note_id) < (${before.at}, ${before.id}::uuid)`) : query).execute()
}

/** The hottest of each of these topics, by topic; one index probe a topic, whatever the number of notes. */
export async function hottestOfTopics(db: Reader, topics: string[], each: number): Promise<Map<string, Note[]>> {
  if (topics.length === 0) return new Map()
  const rows = await db
    .selectFrom(sql<{ topic: string }>`unnest(${topics}::text[])`.as<'wanted'>(sql`wanted(topic)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('feed_topics')
          .select('note_id')
          .where('topic_id', '=', sql<string>`wanted.topic`)
          .where('waits', '=', false)
          .orderBy('heat', 'desc')
          .limit(each)
          .as('hot'),
      (join) => join.onTrue(),
    )
    .innerJoin('feed_notes', 'feed_notes.note_id', 'hot.note_id')
    .select(columns)
    .select(sql<string>`wanted.topic`.as('key'))
    .execute()
  return grouped(rows)
}

/** The hottest of each of these people, by person. */
export async function hottestOfPeople(db: Reader, people: ActorId[], each: number): Promise<Map<string, Note[]>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom(sql<{ person: ActorId }>`unnest(${people}::uuid[])`.as<'wanted'>(sql`wanted(person)`))
    .innerJoinLateral(
      (eb) => eb.selectFrom('feed_notes').select('note_id').where('author_id', '=', sql<ActorId>`wanted.person`).orderBy('heat', 'desc').limit(each).as('hot'),
      (join) => join.onTrue(),
    )
    .innerJoin('feed_notes', 'feed_notes.note_id', 'hot.note_id')
    .select(columns)
    .select(sql<string>`wanted.person`.as('key'))
    .execute()
  return grouped(rows)
}

const grouped = (rows: (Row & { key: string })[]): Map<string, Note[]> =>
  new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, some]) => [key, some.map(noteOf)]))

/** Newest public notes of a topic in each of its languages, the language with the newest first. */
export async function newestOfTopic(db: Reader, topic: string, until: Instant, each: number): Promise<Map<string, NoteId[]>> {
  const { rows } = await sql<{ language: string; id: NoteId }>`
    with recursive languages as (
      (select language from feed_topics where topic_id = ${topic} order by language limit 1)
      union all
      select (select f.language from feed_topics f where f.topic_id = ${topic} and f.language > l.language order by f.language limit 1) from languages l where l.language is not null)
    select languages.language, newest.note_id as id from languages, lateral (
      select note_id, published_at from feed_topics f where f.topic_id = ${topic} and f.language = languages.language and f.published_at <= ${until} order by published_at desc, note_id limit ${each}) newest
    where languages.language is not null order by newest.published_at desc, newest.note_id`.execute(db)
  const groups = new Map<string, NoteId[]>()
  for (const { language, id } of rows) groups.set(language, [...(groups.get(language) ?? []), id])
  return groups
}

export interface Timed {
  id: NoteId
  at: Instant
  /** Who boosted it into this list; null for the author's own. */
  by: ActorId | null
  /** It stood before `before` already, at a later boost: the row only says how far the list was read. */
  again: boolean
}

/**
 * Notes of these people, and with `boosts` what they boosted, strictly by time, newest first; each note once, at its latest,
 * but for rows that stand there `again`. One probe a person on an index in the right order, so it stays flat as notes and boosts grow.
 */
export async function byPeople(
  db: Reader,
  viewer: Viewer,
  people: ActorId[],
  { before, limit, boosts }: { before: { at: Instant; id: string } | null; limit: number; boosts: boolean },
): Promise<Timed[]> {
  if (people.length === 0) return []
  const wanted = sql`unnest(${people}::uuid[]) wanted(person)`
  const older = (at: string, id: string) => (before ? sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${before.at}, ${before.id}::uuid)` : sql``)
  const boosted = boosts
    ? sql`union all select b.note_id, b.created_at, wanted.person from ${wanted}, lateral (
        select b.note_id, b.created_at from boosts b join notes n on n.id = b.note_id where b.actor_id = wanted.person ${older('b.created_at', 'b.note_id')} and ${visibleTo(viewer, 'n')} order by b.created_at desc, b.note_id desc limit ${limit}) b`
    : sql``
  const again =
    boosts && before
      ? sql`exists (select 1 from ${wanted} join boosts b on b.note_id = page.id and b.actor_id = wanted.person where (b.created_at, b.note_id) >= (${before.at}, ${before.id}::uuid))`
      : sql`false`
  const { rows } = await sql<Timed>`
    select page.*, ${again} as again from (select * from (
      select distinct on (found.id) found.* from (
        select n.id, n.published_at as at, null::uuid as by from ${wanted}, lateral (
          select n.id, n.published_at from notes n where n.author_id = wanted.person and n.kind <> 'comment' and n.state = 'published' ${older('n.published_at', 'n.id')} and ${visibleTo(viewer, 'n')} order by n.published_at desc, n.id desc limit ${limit}) n
        ${boosted}) found
      order by found.id, found.at desc, found.by nulls first) latest
    order by at desc, id desc limit ${limit}) page order by at desc, id desc`.execute(db)
  return rows
}

/** Newest notes at places, one probe each; public and visible to this viewer, none by minors: it would tell where they are. */
export async function atPlaces(
  db: Reader,
  viewer: Viewer,
  places: string[],
  { until, each }: { until: Instant; each: number },
): Promise<{ id: NoteId; placeId: string; at: Instant }[]> {
  if (places.length === 0) return []
  const { rows } = await sql<{ id: NoteId; placeId: string; at: Instant }>`
    select notes.id, notes.place_id as "placeId", notes.published_at as at from unnest(${places}::text[]) wanted(place), lateral (
      select * from notes n where n.place_id = wanted.place and n.state = 'published' and n.kind <> 'comment' and n.visibility = 'public' and ${notMinor('n.author_id')} and n.published_at <= ${until} order by n.published_at desc, n.id desc limit ${each}) notes
    where ${visibleTo(viewer)}`.execute(db)
  return rows
}
