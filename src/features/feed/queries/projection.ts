import { type RawBuilder, sql } from 'kysely'
import { visibleTo } from '#features/notes/index.ts'
import { notMinor } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import { type Database, type Tx, takeTurns } from '#ground/database/index.ts'
import { anonymous } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { arts, weights } from '#pure/recommender/page/weights.ts'
import { dropSignalsOf } from './signals.ts'
import '../tables.ts'

const MACHINE = ['author', 'person', 'machine']

/** Topics that answer for those of a note, in the order in which it names them. */
const topicsOf = (note: RawBuilder<unknown>) =>
  sql<string[]>`coalesce((select array_agg(head order by at) from (
    select t.head_id as head, min(n.position) as at from note_topics n join topics t on t.id = n.topic_id where n.note_id = ${note} group by t.head_id) heads), '{}')`

/** Whether one of these topics is of the arts. */
const isArt = (topics: RawBuilder<unknown>) => sql<boolean>`exists (select 1 from topics t where t.id = any(${topics}) and t.kind = any(${arts}))`

/** What stands in the note's own tables now; undefined when it is not public, gone, or a comment. */
async function factsOf(tx: Tx, id: NoteId) {
  return tx
    .selectFrom('notes')
    .select([
      'id',
      'author_id',
      'published_at',
      'language',
      'like_count',
      'save_count',
      'comment_count',
      'boost_count',
      topicsOf(sql`notes.id`).as('topics'),
      // A region of a place is told of nobody under 16 (security V5).
      sql<string | null>`(select p.country from places p where p.id = notes.place_id and ${notMinor('notes.author_id')})`.as('country'),
      sql<
        string[]
      >`coalesce((select array_agg(distinct l.language) from layers l where l.subject_kind = 'note' and l.subject_id = notes.id::text and l.origin = any(${MACHINE})), '{}')`.as(
        'layers',
      ),
    ])
    .where('id', '=', id)
    .where('kind', '!=', 'comment')
    .where('visibility', '=', 'public')
    .where(visibleTo(anonymous()))
    .executeTakeFirst()
}

export const qualityOf = (n: { like_count: number; save_count: number; comment_count: number; boost_count: number }): number =>
  1 + Math.log2(1 + n.like_count * weights.like + n.save_count * weights.save + n.comment_count * weights.comment + n.boost_count * weights.boost)

const HOUR_MS = 3_600_000
export const heatOf = (quality: number, publishedAt: Instant): number => Math.log2(quality) + publishedAt.getTime() / HOUR_MS / weights.halfLifeHours

/** Makes the projection of one note what it should be now. Idempotent. Answers whether it is in the feeds now and was not before. */
export async function projectNote(tx: Tx, id: NoteId): Promise<boolean> {
  // Several events about one note may be heard at once.
  await takeTurns(tx, id)
  const note = await factsOf(tx, id)
  await tx.deleteFrom('feed_topics').where('note_id', '=', id).execute()
  if (!note?.published_at) {
    await tx.deleteFrom('feed_notes').where('note_id', '=', id).execute()
    await dropSignalsOf(tx, id)
    return false
  }
  const quality = qualityOf(note)
  const heat = heatOf(quality, note.published_at)
  const row = {
    author_id: note.author_id,
    published_at: note.published_at,
    quality,
    heat,
    language: note.language,
    country: note.country,
    layer_languages: note.layers,
    topics: note.topics,
    art: isArt(sql`${note.topics}::text[]`),
  }
  const { waits, isNew } = await tx
    .insertInto('feed_notes')
    .values({ note_id: id, ...row })
    .onConflict((on) => on.column('note_id').doUpdateSet(row))
    .returning(['waits', sql<boolean>`xmax = 0`.as('isNew')])
    .executeTakeFirstOrThrow()
  if (note.topics.length > 0)
    await tx
      .insertInto('feed_topics')
      .values(note.topics.map((topic_id) => ({ topic_id, note_id: id, language: note.language, published_at: note.published_at as Instant, heat, waits })))
      .execute()
  return isNew
}

const AT_ONCE = 200

/** Puts the notes that carry any of these topics under the topics that answer for them now; some at a time, each time in its own transaction. */
export async function regroupNotes(db: Database, topicIds: readonly string[]): Promise<void> {
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    after = await db.transaction(async (tx) => {
      const found = tx
        .selectFrom('note_topics')
        .select('note_id')
        .distinct()
        .where('topic_id', 'in', [...topicIds])
        .orderBy('note_id')
        .limit(AT_ONCE)
      const rows = await (from === null ? found : found.where('note_id', '>', from as NoteId)).execute()
      const ids = rows.map((row) => row.note_id)
      await sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${ids}::text[]) as wanted (id)`.execute(tx)
      await sql`update feed_notes set topics = ${topicsOf(sql`feed_notes.note_id`)} where note_id = any(${ids}::uuid[])`.execute(tx)
      await sql`update feed_notes set art = ${isArt(sql`feed_notes.topics`)} where note_id = any(${ids}::uuid[])`.execute(tx)
      await sql`delete from feed_topics where note_id = any(${ids}::uuid[])`.execute(tx)
      await sql`insert into feed_topics (topic_id, note_id, language, published_at, heat, waits)
        select unnest(topics), note_id, language, published_at, heat, waits from feed_notes where note_id = any(${ids}::uuid[])`.execute(tx)
      return ids.length === AT_ONCE ? (ids.at(-1) ?? null) : null
    })
    if (after === null) return
  }
}
