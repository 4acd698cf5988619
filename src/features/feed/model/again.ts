import { type Clock, MINUTE, SECOND } from '#ground/clock/index.ts'

const FIRST_MS = SECOND
const LONGEST_MS = 5 * MINUTE

/** Tries something again later, each time after twice as long as the last. */
export interface Again {
  /** Once, however often it is asked for until then. Does not keep the process alive. */
  later(): void
  /** From now on as if nothing had failed. */
  forget(): void
}

/** After a second first, and after five minutes at most. */
export function again(clock: Pick<Clock, 'every'>, work: () => void): Again {
  let wait = FIRST_MS
  let isWaiting = false
  return {
    later() {
      if (isWaiting) return
      isWaiting = true
      const stop = clock.every(wait, () => {
        stop()
        isWaiting = false
        work()
      })
      wait = Math.min(2 * wait, LONGEST_MS)
    },
    forget() {
      wait = FIRST_MS
    },
  }
}
