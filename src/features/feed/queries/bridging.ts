import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import { FEWEST, type Side } from '#pure/recommender/page/bridging.ts'
import type { Bridging } from '#pure/recommender/page/types.ts'
import '../tables.ts'

/** Of each note in the feeds that at least two languages' readers liked, three and more of each: who liked it since then, by the language they read first. */
export async function sidesSince(db: Reader, since: Instant): Promise<Map<string, Side[]>> {
  const { rows } = await sql<Side & { id: string }>`
    with given as (
      select l.note_id, l.actor_id, m.reads[1] as language from likes l
      join members m on m.actor_id = l.actor_id and m.state = 'active'
      join feed_notes f on f.note_id = l.note_id and f.author_id <> l.actor_id
      where l.created_at >= ${since} and m.reads[1] is not null),
    active as (select language, count(distinct actor_id)::int as readers from given group by language),
    sides as (
      select note_id, language, count(*)::int as likes, count(*) over (partition by note_id) as languages
      from given group by note_id, language having count(*) >= ${FEWEST})
    select note_id as id, language, likes, readers from sides join active using (language) where languages > 1`.execute(db)
  return Map.groupBy(rows, ({ id }) => id)
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
