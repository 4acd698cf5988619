import { type Clock, SECOND } from '#ground/clock/index.ts'
import { Refusal } from '#pure/problem/index.ts'

/**
 * Counts tries in a sliding window (two fixed windows, weighted). Held in memory: a restart forgives, and several
 * processes each count their own share; what must hold across them (sign-in tries) is counted in the database by `people`.
 */
export interface Limiter {
  /** Throws Refusal `slow-down` with `seconds` to wait. */
  take(key: string, count: number, windowSeconds: number): void
}

const MOST_KEYS = 100_000

export function makeLimiter(clock: Clock): Limiter {
  const windows = new Map<string, { start: number; now: number; before: number }>()
  return {
    take(key, count, windowSeconds) {
      const length = windowSeconds * SECOND
      const now = clock.now().getTime()
      const start = now - (now % length)
      let w = windows.get(key)
      if (!w || w.start !== start) {
        w = { start, now: 0, before: w && w.start === start - length ? w.now : 0 }
        if (windows.size >= MOST_KEYS) windows.clear()
        windows.set(key, w)
      }
      const weight = 1 - (now - start) / length
      if (w.now + w.before * weight >= count) throw new Refusal('slow-down', { seconds: Math.ceil((start + length - now) / SECOND) })
      w.now += 1
    },
  }
}
