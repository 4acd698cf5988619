import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: reader (a board's owner). */
export async function up(db: Schema): Promise<void> {
  await sql`create table boards (
    id uuid primary key, owner_id uuid not null, name text not null, description text not null, secret boolean not null, is_default boolean not null,
    note_count integer not null default 0, created_at timestamptz not null, updated_at timestamptz not null)`.execute(db)
  await sql`create index boards_owner on boards (owner_id, updated_at desc, id desc)`.execute(db)
  await sql`create unique index boards_default on boards (owner_id) where is_default`.execute(db)
  await sql`create table board_sections (id uuid primary key, board_id uuid not null references boards (id) on delete cascade, name text not null, position integer not null)`.execute(
    db,
  )
  await sql`create index board_sections_board on board_sections (board_id, position, id)`.execute(db)
  await sql`create table board_notes (
    board_id uuid not null references boards (id) on delete cascade, note_id uuid not null, section_id uuid references board_sections (id) on delete set null,
    position integer not null, added_by uuid not null, created_at timestamptz not null, primary key (board_id, note_id))`.execute(db)
  await sql`create index board_notes_order on board_notes (board_id, position desc, note_id desc)`.execute(db)
  await sql`create index board_notes_note on board_notes (note_id, board_id)`.execute(db)
  await sql`create index board_notes_section on board_notes (section_id) where section_id is not null`.execute(db)
}
