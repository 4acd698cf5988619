import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Who speaks for a mark, and which notes wait until their author is heard (ADR 0017). Distribution key of feed_voices: mark. */
export async function up(db: Schema): Promise<void> {
  await sql`create table feed_voices (mark text primary key, author_id uuid not null, since timestamptz not null)`.execute(db)
  await sql`create index feed_voices_since on feed_voices (since)`.execute(db)
  await sql`create index feed_voices_author on feed_voices (author_id)`.execute(db)
  await sql`alter table feed_notes add column waits boolean not null default false`.execute(db)
  await sql`alter table feed_topics add column waits boolean not null default false`.execute(db)
  await sql`create index feed_notes_waiting on feed_notes (author_id) where waits`.execute(db)
}
