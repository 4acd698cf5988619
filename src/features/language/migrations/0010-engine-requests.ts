import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** What is being asked of engines, written down before it is sent, so that no process pays for what another does. Reference table. */
export async function up(db: Schema): Promise<void> {
  await sql`create table engine_requests (hash text primary key, call uuid not null, until timestamptz not null)`.execute(db)
  await sql`create index engine_requests_call on engine_requests (call)`.execute(db)
}
