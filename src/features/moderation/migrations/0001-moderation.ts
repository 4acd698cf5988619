import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution keys: state_log, report_cases, reports: subject; flood_counts: reader; filter_terms: reference. */
export async function up(db: Schema): Promise<void> {
  await sql`create table state_log (id uuid primary key, subject_kind text not null, subject_id text not null, state text not null, by_actor uuid, reason text, at timestamptz not null)`.execute(
    db,
  )
  await sql`create index state_log_subject on state_log (subject_kind, subject_id, id)`.execute(db)
  await sql`create table report_cases (id uuid primary key, subject_kind text not null, subject_id text not null, state text not null, report_count integer not null default 0,
    opened_at timestamptz not null, changed_at timestamptz not null, handled_by uuid, answer text)`.execute(db)
  await sql`create unique index report_cases_open on report_cases (subject_kind, subject_id) where state <> 'closed'`.execute(db)
  await sql`create index report_cases_queue on report_cases (state, id desc)`.execute(db)
  await sql`create table reports (id uuid primary key, case_id uuid not null references report_cases (id), reporter_id uuid, kind text not null, words text not null, at timestamptz not null)`.execute(
    db,
  )
  await sql`create unique index reports_once on reports (case_id, reporter_id) where reporter_id is not null`.execute(db)
  await sql`create index reports_reporter on reports (reporter_id, at desc, id desc) where reporter_id is not null`.execute(db)
  await sql`create table filter_terms (id uuid primary key, kind text not null, term text not null, folded text not null, note text not null, created_by uuid, created_at timestamptz not null, unique (kind, folded))`.execute(
    db,
  )
  await sql`create table flood_counts (actor_id uuid not null, act text not null, period text not null, starts_at timestamptz not null, count integer not null, primary key (actor_id, act, period))`.execute(
    db,
  )
}
