import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Topics are completed by the topics feature, which knows their labels and which of them are one. */
export async function up(db: Schema): Promise<void> {
  await sql`delete from search_names where kind = 'topic'`.execute(db)
}
