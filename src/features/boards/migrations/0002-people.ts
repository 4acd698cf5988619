import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Distribution key: reader (who was asked). */
export async function up(db: Schema): Promise<void> {
  await sql`create table board_people (
    board_id uuid not null references boards (id) on delete cascade, actor_id uuid not null, state text not null check (state in ('asked', 'joined')),
    created_at timestamptz not null, primary key (board_id, actor_id))`.execute(db)
  await sql`create index board_people_actor on board_people (actor_id, state, created_at desc, board_id desc)`.execute(db)
  await sql`create index board_notes_added on board_notes (added_by, note_id)`.execute(db)
}
