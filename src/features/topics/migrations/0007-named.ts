import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Says when topics were named anew or became one, to whoever keeps their names at hand. */
export async function up(db: Schema): Promise<void> {
  await sql`create or replace function tell_topic_named() returns trigger language plpgsql as $$ begin perform pg_notify('topic_named', ''); return null; end $$`.execute(
    db,
  )
  for (const table of ['topics', 'topic_labels'])
    await sql`create trigger ${sql.ref(`${table}_named`)} after insert or update or delete on ${sql.table(table)} for each statement execute function tell_topic_named()`.execute(
      db,
    )
}
