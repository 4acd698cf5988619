import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** When a kept word comes back (`pure/gloss/meet-again.ts`). */
export async function up(db: Schema): Promise<void> {
  await sql`alter table saved_words add column step smallint not null default 0, add column due_at timestamptz, add column meetings integer not null default 0`.execute(
    db,
  )
  await sql`update saved_words set due_at = saved_at + interval '1 day'`.execute(db)
  await sql`create index saved_words_due on saved_words (member_id, due_at) where due_at is not null and removed_at is null`.execute(db)
}
