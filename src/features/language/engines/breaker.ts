import type { Clock } from '#ground/clock/index.ts'

/** Keeps a failing engine from being asked over and over. Held in memory: each process finds out for itself. */
export interface Breaker {
  /** False while open. When the pause is over one caller is let through to try. */
  admit(): boolean
  /** Seconds until it is worth asking again; 0 while closed. */
  pausesFor(): number
  succeeded(): void
  /** `forSeconds` opens it at once for that long, e.g. when a quota is used up. */
  failed(forSeconds?: number): void
}

const FAILURES = 5
const PAUSE_SECONDS = 60
const LONGEST_PAUSE_SECONDS = 900
/** What an engine asks for is honoured up to here. */
const LONGEST_ASKED_SECONDS = 3600

/** Opens after 5 failures in a row for 60 s; a failed trial doubles the pause, up to 15 min. */
export function makeBreaker(clock: Pick<Clock, 'now'>): Breaker {
  let failures = 0
  let pause = PAUSE_SECONDS
  let openUntil = 0
  let isTrying = false
  const now = () => clock.now().getTime()
  return {
    admit() {
      if (openUntil === 0) return true
      if (now() < openUntil || isTrying) return false
      isTrying = true
      return true
    },
    pausesFor: () => (openUntil === 0 ? 0 : Math.max(1, Math.ceil((openUntil - now()) / 1000))),
    succeeded() {
      failures = 0
      pause = PAUSE_SECONDS
      openUntil = 0
      isTrying = false
    },
    failed(forSeconds) {
      failures += 1
      if (forSeconds !== undefined) openUntil = now() + Math.min(forSeconds, LONGEST_ASKED_SECONDS) * 1000
      else if (isTrying) {
        pause = Math.min(pause * 2, LONGEST_PAUSE_SECONDS)
        openUntil = now() + pause * 1000
      } else if (failures >= FAILURES) openUntil = now() + pause * 1000
      isTrying = false
    },
  }
}
