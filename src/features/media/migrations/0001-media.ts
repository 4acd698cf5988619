import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: owner (reader); leftovers are a small work list (reference). */
export async function up(db: Schema): Promise<void> {
  await sql`create table media (
    id uuid primary key, owner_id uuid not null, state text not null, reason text, hash text, media_type text, width integer, height integer,
    focal_x real not null, focal_y real not null, alt text not null, thumbhash text, preview text, variants jsonb not null default '[]',
    subject_kind text, subject_id text, position integer not null, bytes bigint not null, tries integer not null default 0, created_at timestamptz not null)`.execute(
    db,
  )
  await sql`create index media_owner on media (owner_id, state)`.execute(db)
  await sql`create index media_subject on media (subject_id, subject_kind, position) where subject_id is not null`.execute(db)
  await sql`create index media_hash on media (hash) where hash is not null`.execute(db)
  await sql`create index media_loose on media (created_at) where subject_id is null`.execute(db)
  await sql`create table media_leftovers (media_id uuid primary key, hash text, variants jsonb not null)`.execute(db)
}
