import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: actor (reader). */
export async function up(db: Schema): Promise<void> {
  await sql`create table member_origins (actor_id uuid not null, mark text not null, at timestamptz not null, primary key (actor_id, mark))`.execute(db)
  await sql`create index member_origins_at on member_origins (at)`.execute(db)
}
