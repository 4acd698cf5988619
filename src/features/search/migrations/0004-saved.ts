import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: member_id. */
export async function up(db: Schema): Promise<void> {
  await sql`create table saved_searches (id uuid primary key, member_id uuid not null, q text not null, filters jsonb not null, created_at timestamptz not null,
    seen_until timestamptz not null, unique (member_id, q, filters))`.execute(db)
  await sql`create index saved_searches_due on saved_searches (seen_until, id)`.execute(db)
}
