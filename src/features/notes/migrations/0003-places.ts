import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** How places of a member's notes are shown, and those that wait. Distribution key: reader (`place_rules`), note (`waiting_places`). */
export async function up(db: Schema): Promise<void> {
  await sql`create table place_rules (actor_id uuid primary key, wait text not null, never text[] not null)`.execute(db)
  await sql`create table waiting_places (
    note_id uuid primary key references notes (id) on delete cascade, place_id text not null, due timestamptz not null)`.execute(db)
  await sql`create index waiting_places_due on waiting_places (due)`.execute(db)
}
