import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { TestHouse } from './house.ts'

/** Tables that `work` reads from end to end because no index serves it: with few rows PostgreSQL would do so anyway, so here it may only where it must. */
export function wholeScans({ ground }: TestHouse, work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  return ground.db.transaction(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    // What the connection did before and has not reported yet is counted too.
    const before = await scansOf(tx)
    await work(tx)
    return [...(await scansOf(tx))].flatMap(([name, count]) => (count > (before.get(name) ?? 0) ? [name] : []))
  })
}

async function scansOf(tx: Tx): Promise<Map<string, number>> {
  const query = sql<{ name: string; count: number }>`select relname as name, seq_scan::int as count from pg_stat_xact_user_tables order by relname`
  return new Map((await query.execute(tx)).rows.map(({ name, count }) => [name, count]))
}

/** How many queries `work` asks outside transactions. */
export async function queriesOf({ ground }: TestHouse, work: (ground: Ground) => Promise<unknown>): Promise<number> {
  let count = 0
  const counting = (db: Reader): Reader =>
    db.withPlugin({
      transformQuery({ node }) {
        count += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
  const [q, read] = [counting(ground.db.q), counting(ground.db.read())]
  await work({ ...ground, db: { ...ground.db, q, read: () => read } })
  return count
}
