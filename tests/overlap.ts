import { sql } from 'kysely'
import type { Ground } from '#ground/feature.ts'
import type { Outbox } from '#ground/outbox/index.ts'
import type { TestHouse } from './house.ts'

/**
 * Two verbs at once, always in the same order: `first` stops in its transaction when it announces `event`, then `second` runs until
 * it is done or waits for a lock, then `first` goes on. Answers how each ended.
 */
export async function overlap<A, B>(
  { ground }: TestHouse,
  event: string,
  first: (ground: Ground) => Promise<A>,
  second: (ground: Ground) => Promise<B>,
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const reached = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const announce: Outbox['announce'] = async (tx, name, ...rest) => {
    await ground.outbox.announce(tx, name, ...rest)
    if (name !== event) return
    reached.resolve()
    await gate.promise
  }
  const slow = first({ ...ground, outbox: { ...ground.outbox, announce } })
  await Promise.race([
    reached.promise,
    slow.then(() => {
      throw new Error(`${event} was not announced`)
    }),
  ])
  let isDone = false
  const quick = second(ground)
  const ended = Promise.allSettled([quick]).then(() => {
    isDone = true
  })
  while (!isDone && !(await isWaiting(ground))) await Promise.race([ended, new Promise(setImmediate)])
  gate.resolve()
  return Promise.allSettled([slow, quick])
}

async function isWaiting({ db }: Ground): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db.read())
  return rows.length > 0
}
