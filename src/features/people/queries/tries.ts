import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import '../tables.ts'

/** The highest count of tries among `subjects` since `since`. */
export async function triesSince(db: Reader, subjects: string[], since: Instant): Promise<number> {
  const row = await db
    .selectFrom('sign_in_tries')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('subject', 'in', subjects)
    .where('at', '>', since)
    .groupBy('subject')
    .orderBy('count', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function recordTries(db: Reader, subjects: string[], at: Instant): Promise<number[]> {
  const rows = await db
    .insertInto('sign_in_tries')
    .values(subjects.map((subject) => ({ subject, at })))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
export const forgetTry = (db: Reader, ids: number[]) => db.deleteFrom('sign_in_tries').where('id', 'in', ids).execute()
export const forgetTries = (db: Reader, before: Instant) => db.deleteFrom('sign_in_tries').where('at', '<', before).execute()
