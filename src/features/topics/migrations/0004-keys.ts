import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Reference table: under what a topic is found while typing, and signs that two topics with one in common may be the same. */
export async function up(db: Schema): Promise<void> {
  // Pairs are in the order of their bytes, whatever language the database sorts in.
  await sql`alter table topic_proposals drop constraint topic_proposals_check, add constraint topic_proposals_order check (a_id collate "C" < b_id collate "C")`.execute(
    db,
  )
  await sql`create table topic_keys (topic_id text not null references topics (id) on delete cascade, kind text not null, key text not null, inside boolean not null, primary key (topic_id, kind, key))`.execute(
    db,
  )
  await sql`create index topic_keys_typed on topic_keys (key text_pattern_ops, topic_id) where kind = 'typed'`.execute(db)
  await sql`create index topic_keys_sign on topic_keys (key, topic_id) where kind = 'sign'`.execute(db)
  // Which tags of a note somebody put into another language, and how. Distribution key: note.
  await sql`create table topic_sightings (
    note_id uuid not null, a_id text not null references topics (id) on delete cascade, b_id text not null references topics (id) on delete cascade, actor_id uuid not null,
    primary key (note_id, a_id, b_id, actor_id))`.execute(db)
  await sql`create index topic_sightings_pair on topic_sightings (a_id, b_id)`.execute(db)
  await sql`create index topic_sightings_actor on topic_sightings (actor_id)`.execute(db)
}
