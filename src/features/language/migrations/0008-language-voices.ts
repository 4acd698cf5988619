import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Which language a text is in, as its readers say; one word each. Distribution key: that of the layer (the original). */
export async function up(db: Schema): Promise<void> {
  await sql`create table language_voices (layer_id uuid not null references layers (id) on delete cascade, actor_id uuid not null, language text not null, at timestamptz not null, primary key (layer_id, actor_id))`.execute(
    db,
  )
  await sql`create index language_voices_actor on language_voices (actor_id)`.execute(db)
}
