import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Reference tables. */
export async function up(db: Schema): Promise<void> {
  await sql`create table places (
    id text primary key, kind text not null, parent_id text, country text not null, latitude double precision, longitude double precision,
    time_zone text, population integer not null)`.execute(db)
  await sql`create index places_latitude on places (latitude, longitude) where latitude is not null`.execute(db)
  await sql`create table place_names (
    place_id text not null references places (id) on delete cascade, language text not null, name text not null, folded text not null,
    position smallint not null, primary key (place_id, language, name))`.execute(db)
  await sql`create index place_names_folded on place_names (folded text_pattern_ops, place_id)`.execute(db)
}
