import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: note (`promises` of one note; the others with their promise). */
export async function up(db: Schema): Promise<void> {
  await sql`create table promises (
    id uuid primary key, note_id uuid not null, author_id uuid not null, kind text not null, state text not null default 'open', language text not null,
    owed integer not null, owed_across integer not null, given integer not null default 0, given_across integer not null default 0,
    lot double precision not null, made_at timestamptz not null, starts_at timestamptz not null, due_at timestamptz not null, closed_at timestamptz,
    unique (note_id, kind), check (0 <= given_across and given_across <= given and given <= owed and owed_across <= owed))`.execute(db)
  await sql`create index promises_due on promises (due_at) where state = 'open'`.execute(db)
  await sql`create index promises_lot on promises (language, lot) where state = 'open'`.execute(db)
  await sql`create index promises_made on promises (made_at desc, id desc)`.execute(db)
  await sql`create table promise_payments (
    promise_id uuid not null references promises (id) on delete cascade, hour timestamptz not null, given integer not null, given_across integer not null,
    primary key (promise_id, hour))`.execute(db)
  await sql`create index promise_payments_hour on promise_payments (hour)`.execute(db)
  await sql`create table promise_readers (
    promise_id uuid not null references promises (id) on delete cascade, reader_id uuid not null, day date not null, primary key (promise_id, reader_id, day))`.execute(
    db,
  )
  await sql`create index promise_readers_reader on promise_readers (reader_id)`.execute(db)
  await sql`create table promise_marks (
    mark text not null, promise_id uuid not null references promises (id) on delete cascade, at timestamptz not null, primary key (mark, promise_id))`.execute(
    db,
  )
  await sql`create index promise_marks_promise on promise_marks (promise_id)`.execute(db)
  await sql`create index promise_marks_at on promise_marks (at)`.execute(db)
}
