import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** A topic that somebody coined is open once a note for everybody bears it: before, its label would tell of notes that few may see. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table topics add column is_open boolean not null default true`.execute(db)
}
