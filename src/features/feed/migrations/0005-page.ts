import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/**
 * What composing a page needs to know of a note: its country, whether it is of the arts, and who likes it alike; the sliders of a reader; what the
 * ranking learnt. Distribution key of feed_heads: none, one row (reference).
 */
export async function up(db: Schema): Promise<void> {
  await sql`alter table feed_notes add column country text, add column art boolean not null default false, add column bridging double precision, add column sides jsonb`.execute(
    db,
  )
  await sql`update feed_notes f set
    country = (select p.country from notes n join places p on p.id = n.place_id where n.id = f.note_id
      and not exists (select 1 from members m where m.actor_id = n.author_id and m.minor)),
    art = exists (select 1 from topics t where t.id = any(f.topics) and t.kind in ('music', 'music-genre', 'art', 'dance', 'cooking', 'fashion', 'photography', 'travel'))`.execute(
    db,
  )
  await sql`create index feed_notes_bridging on feed_notes (bridging desc, note_id) where bridging is not null`.execute(db)
  await sql`alter table feed_controls add column across smallint not null default 3, add column unexpected real not null default 0, add column far real not null default 0`.execute(
    db,
  )
  await sql`create table feed_heads (id boolean primary key check (id), learnt jsonb not null, until timestamptz not null)`.execute(db)
  await sql`create index feed_signals_seen_at on feed_signals (at) where kind = 0`.execute(db)
}
