import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

/** Counts one more act in the current minute and day; answers both counts with this one in them. */
export async function countAct(db: Reader, actor: ActorId, act: string, starts: { minute: Instant; day: Instant }): Promise<{ minute: number; day: number }> {
  const periods = ['minute', 'day'] as const
  const rows = await db
    .insertInto('flood_counts')
    .values(periods.map((period) => ({ actor_id: actor, act, period, starts_at: starts[period], count: 1 })))
    .onConflict((on) =>
      on.columns(['actor_id', 'act', 'period']).doUpdateSet({
        count: sql<number>`case when flood_counts.starts_at = excluded.starts_at then flood_counts.count + 1 else 1 end`,
        starts_at: sql<Instant>`excluded.starts_at`,
      }),
    )
    .returning(['period', 'count'])
    .execute()
  const of = (period: string) => rows.find((row) => row.period === period)?.count ?? 1
  return { minute: of('minute'), day: of('day') }
}
