import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Reference tables; follows by reader. */
export async function up(db: Schema): Promise<void> {
  await sql`create table topics (id text primary key, kind text not null, created_by uuid, created_at timestamptz not null)`.execute(db)
  await sql`create table topic_labels (
    topic_id text not null references topics (id) on delete cascade, language text not null, label text not null, folded text not null, loose text not null,
    position smallint not null, primary key (topic_id, language, label))`.execute(db)
  await sql`create index topic_labels_folded on topic_labels (folded text_pattern_ops, topic_id)`.execute(db)
  await sql`create index topic_labels_loose on topic_labels (loose text_pattern_ops, topic_id)`.execute(db)
  await sql`create table topic_links (from_id text not null references topics (id) on delete cascade, to_id text not null references topics (id) on delete cascade, kind text not null, primary key (from_id, to_id))`.execute(
    db,
  )
  await sql`create index topic_links_to on topic_links (to_id)`.execute(db)
  await sql`create table topic_follows (member_id uuid not null, topic_id text not null, created_at timestamptz not null, primary key (member_id, topic_id))`.execute(
    db,
  )
  await sql`create index topic_follows_topic on topic_follows (topic_id)`.execute(db)
}
