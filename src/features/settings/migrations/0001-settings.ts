import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Reference table. */
export async function up(db: Schema): Promise<void> {
  await sql`create table host_settings (key text primary key, value jsonb not null, changed_by uuid, changed_at timestamptz not null)`.execute(db)
}
