import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Reference tables. */
export async function up(db: Schema): Promise<void> {
  await sql`create table house_rules (version integer primary key, texts jsonb not null, changed_by uuid, at timestamptz not null)`.execute(db)
  // Rows are only ever added; each carries the hash of the one before.
  await sql`create table audit_log (
    number bigint primary key, at timestamptz not null, by_actor uuid, act text not null, subject_kind text not null, subject_id text not null,
    facts jsonb not null, previous_hash text not null, hash text not null)`.execute(db)
}
