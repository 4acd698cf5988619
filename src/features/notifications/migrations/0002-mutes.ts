import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Kinds of notices that a member does not want. Distribution key: reader (the member who is told). */
export async function up(db: Schema): Promise<void> {
  await sql`create table notice_mutes (member_id uuid not null, kind text not null, primary key (member_id, kind))`.execute(db)
}
