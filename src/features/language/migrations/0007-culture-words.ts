import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Words of scenes that readers explain to each other, with every wording there ever was. Reference tables. */
export async function up(db: Schema): Promise<void> {
  await sql`create table culture_words (
    id uuid primary key, language text not null, headword text not null, variant text not null, reading text not null, en text not null, zh_hans text not null,
    revision integer not null, by_actor uuid, created_at timestamptz not null, changed_at timestamptz not null, removed_at timestamptz)`.execute(db)
  await sql`create unique index culture_words_once on culture_words (language, headword)`.execute(db)
  await sql`create index culture_words_headword on culture_words (headword) where removed_at is null`.execute(db)
  await sql`create index culture_words_variant on culture_words (variant) where removed_at is null and variant <> headword`.execute(db)
  await sql`create index culture_words_changed on culture_words (changed_at desc, id desc) where removed_at is null`.execute(db)
  await sql`create index culture_words_by on culture_words (by_actor) where by_actor is not null`.execute(db)
  await sql`create table culture_word_history (word_id uuid not null references culture_words (id) on delete cascade, revision integer not null, reading text not null, en text not null, zh_hans text not null, by_actor uuid, at timestamptz not null, primary key (word_id, revision))`.execute(
    db,
  )
  await sql`create index culture_word_history_by on culture_word_history (by_actor, word_id, revision) where by_actor is not null`.execute(db)
}
