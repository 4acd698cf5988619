import { sql } from 'kysely'
import type { Tx } from '#ground/database/index.ts'
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
  const quick = second(ground)
  await untilWaiting(ground, [quick])
  gate.resolve()
  return Promise.allSettled([slow, quick])
}

/**
 * Holds what `hold` locks, starts the verbs until each waits for a lock or is done, and looks, in the transaction that holds. Answers what
 * it saw and how the verbs ended.
 */
export async function heldUp<T>(
  { ground }: TestHouse,
  hold: (tx: Tx) => Promise<unknown>,
  verbs: (() => Promise<unknown>)[],
  look: (tx: Tx) => Promise<T>,
): Promise<[T, ...PromiseSettledResult<unknown>[]]> {
  let started: Promise<unknown>[] = []
  const saw = await ground.db.transaction(async (tx) => {
    await hold(tx)
    started = verbs.map((verb) => verb())
    await untilWaiting(ground, started)
    return look(tx)
  })
  return [saw, ...(await Promise.allSettled(started))]
}

async function untilWaiting({ db }: Ground, verbs: Promise<unknown>[]): Promise<void> {
  let running = verbs.length
  const end = () => {
    running -= 1
  }
  for (const verb of verbs) verb.then(end, end)
  while (running > 0) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db.read())
    if (rows.length >= running) return
  }
}
