import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/**
 * What a member does with what Discover shows, and what they decided about it. Distribution key: reader.
 * `feed_signals` lies in one part a month, made ahead (queries/months.ts); what no month takes lies in `feed_signals_rest`.
 */
export async function up(db: Schema): Promise<void> {
  await sql`create table feed_signals (
    reader_id uuid not null, note_id uuid not null, at timestamptz not null, day date not null, propensity real,
    kind smallint not null, surface smallint not null, slot smallint not null, seconds smallint,
    primary key (reader_id, note_id, kind, day)) partition by range (day)`.execute(db)
  await sql`create table feed_signals_rest partition of feed_signals default`.execute(db)
  // What was seen is asked for by the last days, what was done by its order.
  await sql`create index feed_signals_seen on feed_signals (reader_id, at desc) where kind = 0`.execute(db)
  await sql`create index feed_signals_done on feed_signals (reader_id, at desc) where kind <> 0`.execute(db)
  await sql`create index feed_signals_note on feed_signals (note_id)`.execute(db)
  await sql`create index feed_signals_day on feed_signals using brin (day)`.execute(db)
  await sql`create table feed_choices (reader_id uuid not null, note_id uuid not null, kind smallint not null, at timestamptz not null, primary key (reader_id, note_id, kind))`.execute(
    db,
  )
  await sql`create index feed_choices_reader on feed_choices (reader_id, at desc)`.execute(db)
  await sql`create index feed_choices_note on feed_choices (note_id)`.execute(db)
  await sql`create table feed_forgotten (reader_id uuid not null, note_id uuid not null, kind smallint not null, at timestamptz not null, primary key (reader_id, note_id, kind))`.execute(
    db,
  )
  await sql`create index feed_forgotten_note on feed_forgotten (note_id)`.execute(db)
  await sql`create index feed_forgotten_signals on feed_forgotten (at) where kind < 4`.execute(db)
  await sql`create table feed_controls (reader_id uuid primary key, unlearnt tstzmultirange not null default '{}', chronological boolean not null default false)`.execute(
    db,
  )
  await sql`create index feed_notes_newest on feed_notes (published_at desc, note_id desc)`.execute(db)
}
