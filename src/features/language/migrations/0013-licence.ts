import { sql } from 'kysely'
import type { Schema } from '#ground/database/migrate.ts'

/** People say under which licence others may use what they worded; what was there stands under that of its text. */
export async function up(db: Schema): Promise<void> {
  await sql`alter table layers add column licence text not null default 'text'`.execute(db)
}
