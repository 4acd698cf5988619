import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { type Database, type Reader, takeTurns } from '#ground/database/index.ts'

/** Parts of `feed_signals` that are there ahead of time, beside this month's. */
const AHEAD = 2

/**
 * Makes the parts of this month and the next two, and of months whose rows lie in `feed_signals_rest`, e.g. after a restore; their rows
 * move there. Idempotent. A part is made beside the table and then put in, so that pages are read and batches taken meanwhile.
 */
export async function makeMonths(db: Database, now: Instant): Promise<void> {
  const { rows } = await sql<{ first: string; part: string }>`
    select first::text, 'feed_signals_' || to_char(first, 'YYYY_MM') as part from (
      select (date_trunc('month', ${now}::timestamptz at time zone 'UTC') + make_interval(months => ahead))::date as first from generate_series(0, ${AHEAD}::int) ahead
      union select date_trunc('month', day)::date from feed_signals_rest) months
    where to_regclass('feed_signals_' || to_char(first, 'YYYY_MM')) is null order by first`.execute(db.q)
  for (const { first, part } of rows) await makeMonth(db, part, first)
}

async function makeMonth(db: Database, part: string, first: string): Promise<void> {
  const table = sql.table(part)
  await db.transaction(async (tx) => {
    await takeTurns(tx, 'feed_signals')
    const { rows } = await sql<{ isThere: boolean }>`select to_regclass(${part}) is not null as "isThere"`.execute(tx)
    if (rows[0]?.isThere) return
    const [from, to] = [sql.lit(first), sql.lit(nextMonth(first))]
    await sql`create table ${table} (like feed_signals including defaults)`.execute(tx)
    await sql`with moved as (delete from feed_signals_rest where day >= ${from} and day < ${to} returning *) insert into ${table} select * from moved`.execute(
      tx,
    )
    await sql`alter table feed_signals attach partition ${table} for values from (${from}) to (${to})`.execute(tx)
  })
}

/** `2026-12-01` → `2027-01-01`: bounds of a part are written out. */
function nextMonth(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/** Lets go of all rows before `day` (`2026-03-01`): whole months at once, of the one it is in what lies before. */
export async function dropSignalsBefore(db: Database, day: string): Promise<void> {
  for (const part of await monthsBefore(db.q, day)) await sql`drop table ${sql.table(part)}`.execute(db.q)
  await db.q.deleteFrom('feed_signals').where('day', '<', day).execute()
}

/** Parts whose last day is before `day`. */
async function monthsBefore(db: Reader, day: string): Promise<string[]> {
  const { rows } = await sql<{ part: string }>`
    select c.relname as part from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'feed_signals'::regclass and c.relname ~ '^feed_signals_\\d{4}_\\d{2}$'
      and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month')::date <= ${day}::date`.execute(db)
  return rows.map((row) => row.part)
}
