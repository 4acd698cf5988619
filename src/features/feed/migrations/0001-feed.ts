import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Projections; `events replay --for feed` makes them again. Distribution key: note; feed_topics by topic. */
export async function up(db: Schema): Promise<void> {
  await sql`create table feed_notes (
    note_id uuid primary key, author_id uuid not null, published_at timestamptz not null, quality double precision not null, heat double precision not null,
    language text not null, layer_languages text[] not null, topics text[] not null)`.execute(db)
  await sql`create index feed_notes_heat on feed_notes (heat desc, note_id)`.execute(db)
  await sql`create index feed_notes_author on feed_notes (author_id, heat desc)`.execute(db)
  await sql`create table feed_topics (topic_id text not null, note_id uuid not null, language text not null, published_at timestamptz not null, heat double precision not null, primary key (topic_id, note_id))`.execute(
    db,
  )
  await sql`create index feed_topics_heat on feed_topics (topic_id, heat desc)`.execute(db)
  await sql`create index feed_topics_language on feed_topics (topic_id, language, published_at desc, note_id)`.execute(db)
  await sql`create index feed_topics_note on feed_topics (note_id)`.execute(db)
}
