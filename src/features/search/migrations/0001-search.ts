import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Made again by `events replay --for search` or the rebuild job. Distribution key: id; words and names are reference tables. */
export async function up(db: Schema): Promise<void> {
  await sql`create table search_documents (
    kind text not null, id text not null, terms text[] not null, title_terms text[] not null, language text not null, author_id uuid,
    created_at timestamptz not null, primary key (kind, id))`.execute(db)
  await sql`create index search_documents_terms on search_documents using gin (terms) with (fastupdate = off)`.execute(db)
  await sql`create index search_documents_recent on search_documents (created_at desc, id desc)`.execute(db)
  await sql`create table search_words (word text primary key, keys text[] not null)`.execute(db)
  await sql`create index search_words_keys on search_words using gin (keys)`.execute(db)
  await sql`create table search_names (kind text not null, id text not null, name text not null, folded text not null, primary key (kind, id, folded))`.execute(
    db,
  )
  await sql`create index search_names_folded on search_names (folded text_pattern_ops)`.execute(db)
}
