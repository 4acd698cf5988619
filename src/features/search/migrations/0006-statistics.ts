import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/**
 * PostgreSQL keeps how often a key is held for the commonest ten times this many, and takes all others to be in one document of two hundred.
 * At 100 (its default) a word of which a million documents hold a thousand was looked for among the newest, a hundred thousand of them.
 */
export async function up(db: Schema): Promise<void> {
  await sql`alter table search_documents alter column keys set statistics 1000`.execute(db)
}
