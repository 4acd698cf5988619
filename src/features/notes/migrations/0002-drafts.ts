import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Why a scheduled draft could not be published: a refusal code and its facts, for the composer to show. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table drafts add column refusal jsonb`.execute(db)
  await sql`create index notes_leaving on notes (author_id, id) where state <> 'author-deleted'`.execute(db)
}
