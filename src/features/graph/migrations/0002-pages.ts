import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Lists of people a page at a time, the newest first. */
export async function up(db: Schema): Promise<void> {
  await sql`create index blocks_made on blocks (actor_id, created_at desc, target_id desc)`.execute(db)
  await sql`create index list_members_added on list_members (list_id, created_at desc, actor_id desc)`.execute(db)
}
