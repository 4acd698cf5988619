import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: actor (reader), as in 0001. */
export async function up(db: Schema): Promise<void> {
  // An address counts only once it is confirmed: until then it reserves nothing and tells nobody that it is taken (security A2).
  await sql`alter table members add column pending_email text`.execute(db)
  await sql`alter table sessions add column opened_by text not null default 'password'`.execute(db)
  await sql`alter table access_tokens add column id uuid not null default gen_random_uuid()`.execute(db)
  await sql`alter table access_tokens add column grant_hash text`.execute(db)
  await sql`create unique index access_tokens_id on access_tokens (id)`.execute(db)
  await sql`create index access_tokens_grant on access_tokens (grant_hash) where grant_hash is not null`.execute(db)
  await sql`create index invites_maker on invites (made_by, created_at)`.execute(db)
  await sql`create index members_state on members (state, created_at, actor_id)`.execute(db)
}
