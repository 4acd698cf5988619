import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** What readers explain in languages beside English and Chinese, whether it was of use, and the names of topics as words. Reference tables. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table culture_words add column meanings jsonb not null default '{}', add column score integer not null default 0`.execute(db)
  await sql`alter table culture_word_history add column meanings jsonb not null default '{}'`.execute(db)
  await sql`create table culture_word_votes (word_id uuid not null references culture_words (id) on delete cascade, actor_id uuid not null, value smallint not null, at timestamptz not null, primary key (word_id, actor_id))`.execute(
    db,
  )
  await sql`create index culture_word_votes_by on culture_word_votes (actor_id)`.execute(db)
  await sql`create table concept_words (address text not null, language text not null, headword text not null, label text not null, names jsonb not null)`.execute(
    db,
  )
  await sql`create index concept_words_headword on concept_words (headword)`.execute(db)
}
