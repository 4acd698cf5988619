import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: reader (member_id). */
export async function up(db: Schema): Promise<void> {
  await sql`create table saved_words (
    id uuid primary key, member_id uuid not null, language text not null, headword text not null, reading text, senses text[] not null,
    sentence text not null, subject_kind text, subject_id text, address text, saved_at timestamptz not null, removed_at timestamptz)`.execute(db)
  await sql`create unique index saved_words_once on saved_words (member_id, language, headword)`.execute(db)
  await sql`create index saved_words_mine on saved_words (member_id, saved_at desc, id desc) where removed_at is null`.execute(db)
  await sql`create index saved_words_subject on saved_words (subject_id) where subject_id is not null`.execute(db)
  await sql`create index saved_words_removed on saved_words (removed_at) where removed_at is not null`.execute(db)
}
