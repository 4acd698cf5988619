import { sql } from 'kysely'
import { HOUR, type Instant, instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { PromiseId } from '../promises/tables.ts'
import type { PromiseRow } from './promises.ts'
import '../tables.ts'

export interface Payment {
  promiseId: PromiseId
  readerId: ActorId
  at: Instant
  across: boolean
}

/** UTC. */
const dayOf = (at: Instant): string => at.toISOString().slice(0, 10)
export const paymentKey = (promiseId: string, readerId: string, at: Instant): string => `${promiseId} ${readerId} ${dayOf(at)}`

/** Keys (`paymentKey`) of what these readers paid to these promises. */
export async function paidBy(tx: Tx, promises: readonly PromiseId[], readers: readonly ActorId[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('promise_readers')
    .select(['promise_id as promiseId', 'reader_id as readerId', sql<string>`day::text`.as('day')])
    .where('promise_id', 'in', [...promises])
    .where('reader_id', 'in', [...readers])
    .execute()
  return new Set(rows.map(({ promiseId, readerId, day }) => `${promiseId} ${readerId} ${day}`))
}

/** Writes lines and sums; the promises are locked. Who paid is forgotten of those that are closed by it. */
export async function writePayments(tx: Tx, payments: readonly Payment[], after: readonly PromiseRow[]): Promise<void> {
  const lines = Map.groupBy(payments, ({ promiseId, at }) => `${promiseId} ${Math.floor(at.getTime() / HOUR)}`)
  await tx
    .insertInto('promise_payments')
    .values(
      [...lines].map(([key, paid]) => ({
        promise_id: key.split(' ')[0] as PromiseId,
        hour: instant(Number(key.split(' ')[1]) * HOUR),
        given: paid.length,
        given_across: paid.filter(({ across }) => across).length,
      })),
    )
    .onConflict((on) =>
      on.columns(['promise_id', 'hour']).doUpdateSet({
        given: sql`promise_payments.given + excluded.given`,
        given_across: sql`promise_payments.given_across + excluded.given_across`,
      }),
    )
    .execute()
  await sql`insert into promise_readers (promise_id, reader_id, day)
    select * from unnest(${payments.map(({ promiseId }) => promiseId)}::uuid[], ${payments.map(({ readerId }) => readerId)}::uuid[], ${payments.map(({ at }) => dayOf(at))}::date[])`.execute(
    tx,
  )
  const closes = (one: PromiseRow) => (one.state === 'open' ? null : lastOf(payments, one.id))
  await sql`update promises p set given = a.given, given_across = a.given_across, state = a.state, closed_at = a.closed_at
    from unnest(${after.map(({ id }) => id)}::uuid[], ${after.map(({ given }) => given)}::int[], ${after.map(({ givenAcross }) => givenAcross)}::int[],
      ${after.map(({ state }) => state)}::text[], ${after.map(closes)}::timestamptz[]) a (id, given, given_across, state, closed_at) where p.id = a.id`.execute(
    tx,
  )
  const closed = after.filter(({ state }) => state !== 'open').map(({ id }) => id)
  if (closed.length > 0) await tx.deleteFrom('promise_readers').where('promise_id', 'in', closed).execute()
}

const lastOf = (payments: readonly Payment[], id: PromiseId): Instant =>
  instant(Math.max(...payments.filter(({ promiseId }) => promiseId === id).map(({ at }) => at.getTime())))

/** Impressions that all floors together were given in the hour of `now`. */
export async function givenInHour(db: Reader, now: Instant): Promise<number> {
  const row = await db
    .selectFrom('promise_payments')
    .select(sql<number>`coalesce(sum(given), 0)::int`.as('given'))
    .where('hour', '=', instant(Math.floor(now.getTime() / HOUR) * HOUR))
    .executeTakeFirst()
  return row?.given ?? 0
}

/** Promises whose sums are not those of their lines, at most a hundred. */
export async function wrongSums(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from promises p
    where (p.given, p.given_across) <> (select coalesce(sum(l.given), 0), coalesce(sum(l.given_across), 0) from promise_payments l where l.promise_id = p.id) limit 100`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
