import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Answers that were refused are kept too, so that they are not paid again; use by day; the host's fixed translations. Reference tables. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table translations_cache add column refused text`.execute(db)
  await sql`create index translations_cache_refused on translations_cache (created_at) where refused is not null`.execute(db)
  await sql`create table engine_days (day date not null, engine text not null, characters bigint not null, calls integer not null, refused integer not null, primary key (day, engine))`.execute(
    db,
  )
  await sql`delete from engine_use where engine <> ''`.execute(db)
  await sql`create table engine_terms (id uuid primary key, language text not null, target text not null, term text not null, translation text not null, created_at timestamptz not null)`.execute(
    db,
  )
  await sql`create unique index engine_terms_once on engine_terms (language, target, lower(term))`.execute(db)
}
