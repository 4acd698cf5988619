import { sql } from 'kysely'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { TestHouse } from './house.ts'

/** Tables that `work` reads from end to end because no index serves it: with few rows PostgreSQL would do so anyway, so here it may only where it must. */
export function wholeScans({ ground }: TestHouse, work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  return ground.db.transaction(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    await work(tx)
    const { rows } = await sql<{ name: string }>`select relname as name from pg_stat_xact_user_tables where seq_scan > 0 order by relname`.execute(tx)
    return rows.map(({ name }) => name)
  })
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
