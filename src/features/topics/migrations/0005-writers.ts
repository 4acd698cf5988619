import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** Whoever wrote a label that is not open yet hears of its topic, as whoever coined it: else they could tell that somebody wrote it before them. Distribution key: reader. */
export async function up(db: Schema): Promise<void> {
  await sql`create table topic_writers (topic_id text not null references topics (id) on delete cascade, member_id uuid not null, primary key (topic_id, member_id))`.execute(
    db,
  )
  await sql`create index topic_writers_member on topic_writers (member_id)`.execute(db)
}
