import { after, MINUTE } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { networkOf } from '#ground/http/client.ts'
import { Refusal } from '#pure/problem/index.ts'
import { forgetTry, recordTries, triesSince } from './queries/tries.ts'

const MOST_TRIES = 10
export const WINDOW_MINUTES = 15
const LOOPBACK = new Set([networkOf('127.0.0.1'), networkOf('::1')])

export interface Guess {
  /** What is guessed at, e.g. `password:lin`. */
  about: string
  /** Where from: /24 or /64. */
  network: string
  /** Count tries from everywhere together: for short codes behind a password that was right already. */
  everywhere?: boolean
}

/**
 * Runs one guess at a secret: at most ten failed ones in 15 minutes per secret and network, and per network (security A1).
 * The right secret from another network still works. A try is written down before it is made, so many at once gain nothing;
 * it is struck out when `attempt` does not throw. Throws Refusal `slow-down`, and what `attempt` throws.
 */
export async function guessing<T>(
  { db, clock, config }: Pick<Ground, 'db' | 'clock' | 'config'>,
  { about, network, everywhere = false }: Guess,
  attempt: () => Promise<T>,
): Promise<T> {
  if (config.RATE_LIMITS === 'off' && LOOPBACK.has(network)) return attempt()
  const subjects = [everywhere ? about : `${about} ${network}`, `network ${network}`].map((text) => text.slice(0, 300))
  const now = clock.now()
  const ids = await recordTries(db.q, subjects, now)
  if ((await triesSince(db.q, subjects, after(now, -WINDOW_MINUTES * MINUTE))) > MOST_TRIES) {
    await forgetTry(db.q, ids)
    throw new Refusal('slow-down', { seconds: WINDOW_MINUTES * 60 })
  }
  const result = await attempt()
  await forgetTry(db.q, ids)
  return result
}
