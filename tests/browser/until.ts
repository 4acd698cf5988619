import { setTimeout as pause } from 'node:timers/promises'

const LONGEST_MS = 60_000
const STEP_MS = 100

/** Looks again and again until the condition holds; answers what it then is. Throws the last thing seen after a minute. For makers, which stand outside of tests. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  const end = performance.now() + LONGEST_MS
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (performance.now() > end) throw new Error(`it did not come to that: ${JSON.stringify(seen)}`)
    await pause(STEP_MS)
  }
}
