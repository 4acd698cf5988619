import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key of layers and what hangs on them: note (subject_id). engine_use, dictionaries, words: reference. */
export async function up(db: Schema): Promise<void> {
  await sql`create table layers (
    id uuid primary key, subject_kind text not null, subject_id text not null, language text not null, origin text not null, by_actor uuid, engine text,
    title text not null, body text not null, warning text, also text[] not null default '{}', language_given boolean not null default false,
    revision integer not null, source_revision integer not null, stale boolean not null default false, rating integer not null default 0,
    created_at timestamptz not null, updated_at timestamptz not null)`.execute(db)
  await sql`create unique index layers_original on layers (subject_id, subject_kind) where origin = 'original'`.execute(db)
  await sql`create unique index layers_single on layers (subject_id, subject_kind, language, origin) where origin in ('author', 'machine')`.execute(db)
  await sql`create unique index layers_person on layers (subject_id, subject_kind, language, by_actor) where origin = 'person'`.execute(db)
  await sql`create index layers_by on layers (by_actor, id) where origin = 'person'`.execute(db)
  await sql`create table layer_history (layer_id uuid not null references layers (id) on delete cascade, revision integer not null, title text not null, body text not null, warning text, at timestamptz not null, primary key (layer_id, revision))`.execute(
    db,
  )
  await sql`create table layer_votes (layer_id uuid not null references layers (id) on delete cascade, actor_id uuid not null, value smallint not null, at timestamptz not null, primary key (layer_id, actor_id))`.execute(
    db,
  )
  await sql`create index layer_votes_actor on layer_votes (actor_id)`.execute(db)
  await sql`create table translations_cache (hash text primary key, subject_kind text not null, subject_id text not null, text text not null, created_at timestamptz not null)`.execute(
    db,
  )
  await sql`create index translations_cache_subject on translations_cache (subject_id)`.execute(db)
  await sql`create index translations_cache_age on translations_cache (created_at)`.execute(db)
  await sql`create table translation_asks (subject_kind text not null, subject_id text not null, language text not null, member_id uuid not null, at timestamptz not null, primary key (subject_id, subject_kind, language, member_id))`.execute(
    db,
  )
  await sql`create table engine_use (month text not null, engine text not null, characters bigint not null, primary key (month, engine))`.execute(db)
  await sql`create table dictionaries (name text primary key, version text not null, entries integer not null, loaded_at timestamptz not null)`.execute(db)
  await sql`create table dictionary_entries (id integer generated always as identity primary key, dictionary text not null, language text not null, headword text not null, variant text not null, reading text not null, senses text[] not null, senses_zh text[] not null default '{}')`.execute(
    db,
  )
  await sql`create index dictionary_entries_headword on dictionary_entries (headword)`.execute(db)
  await sql`create index dictionary_entries_variant on dictionary_entries (variant) where variant <> headword`.execute(db)
  await sql`create table dictionary_reverse (headword text not null, position smallint not null, word text not null, variant text not null, reading text not null, sense text not null, primary key (headword, position))`.execute(
    db,
  )
  await sql`create table user_words (source text not null, word text not null, primary key (source, word))`.execute(db)
}
