import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: reader (the member who is told). */
export async function up(db: Schema): Promise<void> {
  await sql`create table notices (
    id uuid primary key, member_id uuid not null, kind text not null, subject_kind text not null, subject_id text not null, group_key text not null,
    actor_ids uuid[] not null default '{}', count integer not null default 0, at timestamptz not null, read_at timestamptz, unique (member_id, group_key))`.execute(
    db,
  )
  await sql`create index notices_member on notices (member_id, at desc, id desc)`.execute(db)
  await sql`create index notices_unread on notices (member_id) where read_at is null`.execute(db)
  await sql`create index notices_subject on notices (subject_id)`.execute(db)
  await sql`create index notices_at on notices (at)`.execute(db)
  await sql`create table notice_actors (notice_id uuid not null references notices (id) on delete cascade, actor_id uuid not null, at timestamptz not null, primary key (notice_id, actor_id))`.execute(
    db,
  )
  await sql`create index notice_actors_actor on notice_actors (actor_id)`.execute(db)
}
