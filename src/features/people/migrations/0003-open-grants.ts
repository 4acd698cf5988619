import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Codes that no program has exchanged are dropped by whose they are. */
export async function up(db: Schema): Promise<void> {
  await sql`create index grants_open on grants (actor_id) where used_at is null`.execute(db)
}
