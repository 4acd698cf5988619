import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { FEWEST } from '#pure/recommender/page/bridging.ts'
import type { Bridging } from '#pure/recommender/page/types.ts'
import { codeOf } from '../signals/kinds.ts'
import '../tables.ts'

/** Notes in the feeds that readers of at least two languages liked since then, three and more of each, by the language they read first. */
export async function likedAcross(db: Reader, since: Instant): Promise<NoteId[]> {
  const { rows } = await sql<{ id: NoteId }>`
    with sides as (
      select l.note_id from likes l
      join members m on m.actor_id = l.actor_id and m.state = 'active'
      join feed_notes f on f.note_id = l.note_id and f.author_id <> l.actor_id
      where l.created_at >= ${since} and m.reads[1] is not null
      group by l.note_id, m.reads[1] having count(*) >= ${FEWEST})
    select note_id as id from sides group by note_id having count(*) > 1 order by note_id`.execute(db)
  return rows.map((row) => row.id)
}

/** A reader who saw or liked a note, with the language they read first. */
export interface Meeting {
  note: NoteId
  reader: ActorId
  language: string
  liked: boolean
}

/** Who met these notes since then; nobody twice, and no author their own. */
export async function meetingsOf(db: Reader, ids: readonly NoteId[], since: Instant): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    with met as (
      select note_id, actor_id, true as liked from likes where note_id = any(${ids}::uuid[]) and created_at >= ${since}
      union all
      select note_id, reader_id, false from feed_signals
      where note_id = any(${ids}::uuid[]) and kind = ${sql.lit(codeOf('impression'))} and day >= (${since}::timestamptz at time zone 'UTC')::date)
    select met.note_id as note, met.actor_id as reader, m.reads[1] as language, bool_or(met.liked) as liked from met
    join members m on m.actor_id = met.actor_id and m.state = 'active' and m.reads[1] is not null
    join feed_notes f on f.note_id = met.note_id and f.author_id <> met.actor_id
    group by met.note_id, met.actor_id, m.reads[1] order by met.note_id, met.actor_id`.execute(db)
  return rows
}

/** Ids of the notes for which this is kept. */
export async function bridgedIds(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('feed_notes').select('note_id').where('bridging', 'is not', null).execute()
  return rows.map((row) => row.note_id)
}

/** Writes it for these notes; null takes it away. */
export async function putBridging(tx: Tx, notes: readonly (readonly [id: string, Bridging | null])[]): Promise<void> {
  const column = <T>(of: (bridging: Bridging) => T) => notes.map(([, bridging]) => bridging && of(bridging))
  await sql`update feed_notes f set bridging = s.score, sides = s.sides::jsonb
    from unnest(${notes.map(([id]) => id)}::uuid[], ${column(({ score }) => score)}::double precision[], ${column(({ sides }) => JSON.stringify(sides))}::text[]) s (id, score, sides)
    where f.note_id = s.id`.execute(tx)
}
