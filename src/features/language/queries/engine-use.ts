import { sql } from 'kysely'
import type { Reader } from '#ground/database/index.ts'
import '../tables.ts'

/** Takes characters from the month's budget, or answers false and takes none. One statement, so that two processes cannot overdraw it. */
export async function takeCharacters(db: Reader, month: string, characters: number, limit: number): Promise<boolean> {
  if (characters > limit) return false
  const { rows } = await sql`
    insert into engine_use (month, engine, characters) values (${month}, '', ${characters})
    on conflict (month, engine) do update set characters = engine_use.characters + excluded.characters where engine_use.characters + excluded.characters <= ${limit}
    returning characters`.execute(db)
  return rows.length > 0
}

export const giveBackCharacters = (db: Reader, month: string, characters: number) =>
  db
    .updateTable('engine_use')
    .set({ characters: sql`characters - ${characters}` })
    .where('month', '=', month)
    .where('engine', '=', '')
    .execute()

/** What an engine was sent on a day (`2026-03-01`), for the host's page. */
export const countCharacters = (db: Reader, day: string, engine: string, characters: number, refused: number) =>
  db
    .insertInto('engine_days')
    .values({ day, engine, characters, calls: 1, refused })
    .onConflict((on) =>
      on.columns(['day', 'engine']).doUpdateSet({
        characters: sql`engine_days.characters + excluded.characters`,
        calls: sql`engine_days.calls + 1`,
        refused: sql`engine_days.refused + excluded.refused`,
      }),
    )
    .execute()

/** Characters taken from the budget of a month (`2026-03`). */
export async function monthUse(db: Reader, month: string): Promise<number> {
  const row = await db.selectFrom('engine_use').select('characters').where('month', '=', month).where('engine', '=', '').executeTakeFirst()
  return Number(row?.characters ?? 0)
}

export interface DayUse {
  day: string
  engine: string
  characters: number
  calls: number
  refused: number
}

/** What engines were sent from one day to another, both included, the oldest first. */
export async function daysUse(db: Reader, first: string, last: string): Promise<DayUse[]> {
  const rows = await db
    .selectFrom('engine_days')
    .select(['engine', 'characters', 'calls', 'refused', sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day')])
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day')
    .orderBy('engine')
    .execute()
  return rows.map((row) => ({ ...row, characters: Number(row.characters) }))
}
