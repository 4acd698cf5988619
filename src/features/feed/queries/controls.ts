import { sql } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'

/** What a member set for the engine. */
export interface Controls {
  /** Nothing is learnt now. */
  paused: boolean
  /** Nothing from before this moment is known to the engine; null: from everything. */
  since: Instant | null
  /** Discover by time alone, the same for everybody. */
  chronological: boolean
}

export const noControls: Controls = { paused: false, since: null, chronological: false }

/** Of a row of `feed_controls`, which may be missing. */
export const controlColumns = sql`chronological, upper_inf(unlearnt) as paused, (select upper(one) from unnest(unlearnt) one where lower_inf(one)) as since`

export const controlsFrom = ({ paused, chronological, since }: Partial<Controls> = {}): Controls => ({
  paused: paused ?? false,
  since: since ? instant(since) : null,
  chronological: chronological ?? false,
})

export async function controlsOf(db: Reader, reader: ActorId): Promise<Controls> {
  const { rows } = await sql<Controls>`select ${controlColumns} from feed_controls where reader_id = ${reader}`.execute(db)
  return controlsFrom(rows[0])
}

export async function setChronological(tx: Tx, reader: ActorId, chronological: boolean): Promise<void> {
  await tx
    .insertInto('feed_controls')
    .values({ reader_id: reader, chronological })
    .onConflict((on) => on.column('reader_id').doUpdateSet({ chronological }))
    .execute()
}

/** Learning stops at `now`, or goes on from there; what happened between is never looked at. */
export async function setPaused(tx: Tx, reader: ActorId, paused: boolean, now: Instant): Promise<void> {
  const change = paused
    ? sql<string>`feed_controls.unlearnt + tstzmultirange(tstzrange(${now}, null))`
    : sql<string>`feed_controls.unlearnt * tstzmultirange(tstzrange(null, ${now}))`
  const first = paused ? sql<string>`tstzmultirange(tstzrange(${now}, null))` : sql<string>`'{}'::tstzmultirange`
  await put(tx, reader, first, change)
}

/** Nothing up to `now` counts any more. */
export const startAnew = (tx: Tx, reader: ActorId, now: Instant): Promise<void> =>
  put(
    tx,
    reader,
    sql<string>`tstzmultirange(tstzrange(null, ${now}, '[]'))`,
    sql<string>`feed_controls.unlearnt + tstzmultirange(tstzrange(null, ${now}, '[]'))`,
  )

async function put(tx: Tx, reader: ActorId, first: ReturnType<typeof sql<string>>, change: ReturnType<typeof sql<string>>): Promise<void> {
  await tx
    .insertInto('feed_controls')
    .values({ reader_id: reader, unlearnt: first })
    .onConflict((on) => on.column('reader_id').doUpdateSet({ unlearnt: change }))
    .execute()
}

/** Whether the engine did not look at any of these moments. */
export async function isUnlearnt(tx: Tx, reader: ActorId, moments: readonly Instant[]): Promise<boolean> {
  const row = await tx
    .selectFrom('feed_controls')
    .select(sql<boolean>`exists (select 1 from unnest(${moments}::timestamptz[]) one where one <@ unlearnt)`.as('unlearnt'))
    .where('reader_id', '=', reader)
    .executeTakeFirst()
  return row?.unlearnt ?? false
}
