import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** The other indexes hold one origin each; reading all layers of a note went through the whole table (bench feed: 100 ms at 100,000 notes). */
export async function up(db: Schema): Promise<void> {
  await sql`create index layers_subject on layers (subject_id, subject_kind)`.execute(db)
}
