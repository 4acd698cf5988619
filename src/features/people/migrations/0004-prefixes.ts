import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** People here by how their handle or name begins. */
export async function up(db: Schema): Promise<void> {
  await sql`create index actors_handle_prefix on actors (handle text_pattern_ops) where host is null and deleted_at is null`.execute(db)
  await sql`create index actors_name_prefix on actors (lower(name) text_pattern_ops) where host is null and deleted_at is null`.execute(db)
}
