import { setTimeout as wait } from 'node:timers/promises'

/** A moment in UTC. Exported here so that `Date` can be banned elsewhere, as a value and as a type. */
export type Instant = Date

export interface Clock {
  now(): Instant
  /** Resolves after `ms` milliseconds, or rejects with AbortError. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls `work` every `ms` until the returned function is called; does not keep the process alive. */
  every(ms: number, work: () => void): () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
  every(ms, work) {
    const timer = setInterval(work, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}

/** A clock that stands where it is put; tests own it. */
export function movableClock(start: Instant | string): Clock & { move(ms: number): void; set(to: Instant | string): void } {
  let at = new Date(start).getTime()
  return {
    ...systemClock,
    now: () => new Date(at),
    move(ms) {
      at += ms
    },
    set(to) {
      at = new Date(to).getTime()
    },
  }
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const after = (start: Instant, ms: number): Instant => new Date(start.getTime() + ms)
export const instant = (value: string | number | Instant): Instant => new Date(value)
export const millisecondsBetween = (a: Instant, b: Instant): number => b.getTime() - a.getTime()
