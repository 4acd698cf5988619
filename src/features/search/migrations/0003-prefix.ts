import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Words by how they begin. */
export async function up(db: Schema): Promise<void> {
  await sql`create index search_words_prefix on search_words (word text_pattern_ops)`.execute(db)
}
