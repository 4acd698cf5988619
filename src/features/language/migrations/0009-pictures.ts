import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Words in pictures are layers whose lines have a place. One index for all that somebody worded, in place of that of `person` layers alone. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table layers add column boxes jsonb`.execute(db)
  await sql`alter table layer_history add column boxes jsonb, add column by_actor uuid`.execute(db)
  await sql`create index layer_history_by on layer_history (by_actor) where by_actor is not null`.execute(db)
  await sql`create index layers_worded_by on layers (by_actor, id) where by_actor is not null`.execute(db)
  await sql`drop index layers_by`.execute(db)
}
