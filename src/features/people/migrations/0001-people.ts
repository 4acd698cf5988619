import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: actor (reader); programs and invites are reference tables. */
export async function up(db: Schema): Promise<void> {
  await sql`create table actors (
    id uuid primary key, handle text not null, host text, uri text not null unique, kind text not null default 'person',
    name text not null, avatar_id uuid, locked boolean not null default false, created_at timestamptz not null, deleted_at timestamptz)`.execute(db)
  await sql`create unique index actors_handle on actors (handle, coalesce(host, ''))`.execute(db)
  await sql`create table members (
    actor_id uuid primary key references actors (id), email text, email_confirmed_at timestamptz, password_hash text, role text not null,
    state text not null, locale text not null, reads text[] not null, writes text[] not null, time_zone text not null, minor boolean not null,
    settings jsonb not null default '{}', invited_by uuid, created_at timestamptz not null)`.execute(db)
  await sql`create unique index members_email on members (lower(email))`.execute(db)
  await sql`create index members_created on members (created_at, actor_id)`.execute(db)
  await sql`create table sessions (
    id uuid primary key, actor_id uuid not null, secret_hash text not null unique, user_agent text not null,
    created_at timestamptz not null, seen_at timestamptz not null, strong boolean not null)`.execute(db)
  await sql`create index sessions_actor on sessions (actor_id)`.execute(db)
  await sql`create table passkeys (
    id text primary key, actor_id uuid not null, public_key bytea not null, counter bigint not null, transports text[] not null,
    label text not null, created_at timestamptz not null, used_at timestamptz)`.execute(db)
  await sql`create index passkeys_actor on passkeys (actor_id)`.execute(db)
  await sql`create table second_factors (
    actor_id uuid primary key, secret text not null, confirmed_at timestamptz, last_step bigint not null, recovery_hashes text[] not null)`.execute(db)
  await sql`create table mail_tokens (
    hash text primary key, actor_id uuid not null, purpose text not null, email text, expires_at timestamptz not null, used_at timestamptz)`.execute(db)
  await sql`create index mail_tokens_actor on mail_tokens (actor_id, purpose)`.execute(db)
  await sql`create table invites (
    id uuid primary key, code_hash text not null unique, label text not null, made_by uuid not null, uses_left integer not null,
    expires_at timestamptz, created_at timestamptz not null)`.execute(db)
  await sql`create table challenges (challenge text primary key, purpose text not null, actor_id uuid, expires_at timestamptz not null)`.execute(db)
  await sql`create table sign_in_tries (id bigint generated always as identity primary key, subject text not null, at timestamptz not null)`.execute(db)
  await sql`create index sign_in_tries_subject on sign_in_tries (subject, at)`.execute(db)
  await sql`create table programs (
    id text primary key, secret_hash text, name text not null, website text, redirect_uris text[] not null, scopes text[] not null,
    made_by uuid, created_at timestamptz not null)`.execute(db)
  await sql`create table grants (
    code_hash text primary key, program_id text not null, actor_id uuid not null, redirect_uri text not null, scopes text[] not null,
    code_challenge text not null, expires_at timestamptz not null, used_at timestamptz)`.execute(db)
  await sql`create table access_tokens (
    hash text primary key, program_id text, actor_id uuid not null, scopes text[] not null, label text not null,
    created_at timestamptz not null, revoked_at timestamptz)`.execute(db)
  await sql`create index access_tokens_actor on access_tokens (actor_id)`.execute(db)
}
