import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** How each writer of a label that is not open yet spelled it, and its language: by another's spelling they could tell that somebody wrote it before them. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table topic_writers add column label text, add column language text`.execute(db)
}
