import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/**
 * Several topics may be found to be one: `head_id` says which of them answers for each, and nothing else changes. What was found stands in
 * `topic_proposals`, from which the heads can be worked out anew at any time. Reference tables.
 */
export async function up(db: Schema): Promise<void> {
  await sql`alter table topics add column head_id text`.execute(db)
  await sql`update topics set head_id = id`.execute(db)
  await sql`alter table topics alter column head_id set not null`.execute(db)
  await sql`create index topics_head on topics (head_id)`.execute(db)
  await sql`create table topic_proposals (
    id uuid primary key, a_id text not null references topics (id) on delete cascade, b_id text not null references topics (id) on delete cascade,
    state text not null, round smallint not null, asked_by uuid, evidence jsonb not null, score real not null, created_at timestamptz not null, changed_at timestamptz not null,
    unique (a_id, b_id), check (a_id < b_id))`.execute(db)
  await sql`create index topic_proposals_b on topic_proposals (b_id)`.execute(db)
  await sql`create index topic_proposals_state on topic_proposals (state, changed_at desc, id desc)`.execute(db)
  await sql`create index topic_proposals_asker on topic_proposals (asked_by)`.execute(db)
  await sql`create table topic_answers (
    proposal_id uuid not null references topic_proposals (id) on delete cascade, round smallint not null, actor_id uuid not null, value smallint not null,
    reads_both boolean not null, at timestamptz not null, primary key (proposal_id, round, actor_id))`.execute(db)
  await sql`create index topic_answers_actor on topic_answers (actor_id)`.execute(db)
  await sql`create table topic_steps (
    id uuid primary key, proposal_id uuid not null references topic_proposals (id) on delete cascade, act text not null, by_actor uuid, reason text not null, at timestamptz not null)`.execute(
    db,
  )
  await sql`create index topic_steps_proposal on topic_steps (proposal_id, id desc)`.execute(db)
  await sql`create index topic_steps_actor on topic_steps (by_actor)`.execute(db)
}
