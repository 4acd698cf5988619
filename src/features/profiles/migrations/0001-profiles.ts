import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: reader (the actor whose profile it is). */
export async function up(db: Schema): Promise<void> {
  await sql`create table profiles (
    actor_id uuid primary key, banner_id uuid, place_id text, links jsonb not null default '[]', pinned uuid[] not null default '{}', updated_at timestamptz not null)`.execute(
    db,
  )
}
