import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** What one author commented on, newest first. Distribution key: note. */
export async function up(db: Schema): Promise<void> {
  await sql`create index notes_comments_by on notes (author_id, published_at desc, root_id) where kind = 'comment' and state = 'published'`.execute(db)
}
