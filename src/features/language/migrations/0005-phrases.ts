import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Finds `red braised pork` for who looks for `braised pork`. */
export async function up(db: Schema): Promise<void> {
  await sql`create index dictionary_reverse_phrases on dictionary_reverse using gin (to_tsvector('simple', headword))`.execute(db)
}
