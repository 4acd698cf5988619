import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: note (drafts: reader). */
export async function up(db: Schema): Promise<void> {
  await sql`create table notes (
    id uuid primary key, uri text not null unique, author_id uuid not null, kind text not null, root_id uuid, parent_id uuid,
    visibility text not null, state text not null, language text not null, place_id text, licence text not null,
    cover_pattern smallint not null, picture_count smallint not null, created_at timestamptz not null, published_at timestamptz, edited_at timestamptz,
    revision integer not null default 1, like_count integer not null default 0, save_count integer not null default 0,
    boost_count integer not null default 0, comment_count integer not null default 0, pinned_comment_id uuid, idempotency_key text)`.execute(db)
  await sql`create index notes_author on notes (author_id, published_at desc, id desc) where kind <> 'comment'`.execute(db)
  await sql`create index notes_recent on notes (published_at desc, id desc) where kind <> 'comment' and state = 'published' and visibility = 'public'`.execute(
    db,
  )
  await sql`create index notes_place on notes (place_id, published_at desc, id desc) where place_id is not null and state = 'published' and kind <> 'comment'`.execute(
    db,
  )
  await sql`create index notes_comments on notes (root_id, published_at, id) where kind = 'comment'`.execute(db)
  await sql`create index notes_replies on notes (parent_id, published_at, id) where parent_id is not null`.execute(db)
  await sql`create unique index notes_idempotency on notes (author_id, idempotency_key) where idempotency_key is not null`.execute(db)
  await sql`create table note_topics (note_id uuid not null references notes (id) on delete cascade, topic_id text not null, position smallint not null, published_at timestamptz not null, primary key (note_id, topic_id))`.execute(
    db,
  )
  await sql`create index note_topics_topic on note_topics (topic_id, published_at desc, note_id desc)`.execute(db)
  await sql`create table note_mentions (note_id uuid not null references notes (id) on delete cascade, actor_id uuid not null, primary key (note_id, actor_id))`.execute(
    db,
  )
  await sql`create index note_mentions_actor on note_mentions (actor_id, note_id)`.execute(db)
  await sql`create table note_coauthors (note_id uuid not null references notes (id) on delete cascade, actor_id uuid not null, state text not null, position smallint not null, primary key (note_id, actor_id))`.execute(
    db,
  )
  await sql`create index note_coauthors_actor on note_coauthors (actor_id, state, note_id desc)`.execute(db)
  await sql`create table note_history (note_id uuid not null references notes (id) on delete cascade, revision integer not null, title text not null, body text not null, warning text, picture_count smallint not null, at timestamptz not null, primary key (note_id, revision))`.execute(
    db,
  )
  await sql`create table likes (note_id uuid not null references notes (id) on delete cascade, actor_id uuid not null, created_at timestamptz not null, primary key (note_id, actor_id))`.execute(
    db,
  )
  await sql`create index likes_actor on likes (actor_id, created_at desc, note_id desc)`.execute(db)
  await sql`create table boosts (note_id uuid not null references notes (id) on delete cascade, actor_id uuid not null, created_at timestamptz not null, primary key (note_id, actor_id))`.execute(
    db,
  )
  await sql`create index boosts_actor on boosts (actor_id, created_at desc, note_id desc)`.execute(db)
  await sql`create table saves (note_id uuid not null references notes (id) on delete cascade, actor_id uuid not null, board_count integer not null, created_at timestamptz not null, primary key (note_id, actor_id))`.execute(
    db,
  )
  await sql`create index saves_actor on saves (actor_id, created_at desc, note_id desc)`.execute(db)
  await sql`create table drafts (id uuid primary key, author_id uuid not null, content jsonb not null, version integer not null, scheduled_for timestamptz, created_at timestamptz not null, updated_at timestamptz not null)`.execute(
    db,
  )
  await sql`create index drafts_author on drafts (author_id, updated_at desc, id desc)`.execute(db)
  await sql`create index drafts_due on drafts (scheduled_for) where scheduled_for is not null`.execute(db)
}
