import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: reader (the follower, the one who blocks, mutes or keeps a list). */
export async function up(db: Schema): Promise<void> {
  await sql`create table follows (follower_id uuid not null, followee_id uuid not null, state text not null, created_at timestamptz not null, primary key (follower_id, followee_id))`.execute(
    db,
  )
  await sql`create index follows_followee on follows (followee_id, state, created_at desc, follower_id)`.execute(db)
  await sql`create index follows_follower on follows (follower_id, state, created_at desc, followee_id)`.execute(db)
  await sql`create table blocks (actor_id uuid not null, target_id uuid not null, created_at timestamptz not null, primary key (actor_id, target_id))`.execute(
    db,
  )
  await sql`create index blocks_target on blocks (target_id, actor_id)`.execute(db)
  await sql`create table mutes (id uuid primary key, member_id uuid not null, kind text not null, value text not null, label text not null, until timestamptz, created_at timestamptz not null, unique (member_id, kind, value))`.execute(
    db,
  )
  await sql`create table lists (id uuid primary key, owner_id uuid not null, name text not null, created_at timestamptz not null)`.execute(db)
  await sql`create index lists_owner on lists (owner_id, created_at desc, id)`.execute(db)
  await sql`create table list_members (list_id uuid not null references lists (id) on delete cascade, actor_id uuid not null, created_at timestamptz not null, primary key (list_id, actor_id))`.execute(
    db,
  )
}
