import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: note (subject_id); mends lie beside the layer they are for. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table layers add column engine_version text, add column pairs jsonb, add column outdated boolean not null default false`.execute(db)
  await sql`create table mends (
    id uuid primary key, layer_id uuid not null references layers (id) on delete cascade, sentence text not null, text text not null, before text,
    by_actor uuid, licence text not null, state text not null, created_at timestamptz not null, decided_at timestamptz)`.execute(db)
  await sql`create unique index mends_open on mends (layer_id, sentence, by_actor) where state = 'proposed'`.execute(db)
  await sql`create index mends_layer on mends (layer_id, sentence, id)`.execute(db)
  await sql`create index mends_by on mends (by_actor, id)`.execute(db)
  await sql`create table mend_votes (mend_id uuid not null references mends (id) on delete cascade, actor_id uuid not null, at timestamptz not null, primary key (mend_id, actor_id))`.execute(
    db,
  )
  await sql`create index mend_votes_actor on mend_votes (actor_id)`.execute(db)
}
