import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** When a linked page is looked at next; links that were there already are due at once. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table profiles add column links_due timestamptz`.execute(db)
  await sql`update profiles set links_due = updated_at where jsonb_array_length(links) > 0`.execute(db)
  await sql`create index profiles_links_due on profiles (links_due, actor_id) where links_due is not null`.execute(db)
}
