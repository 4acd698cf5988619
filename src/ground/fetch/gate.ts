import { FetchRefused } from './errors.ts'

export interface Gate {
  /** Waits for a place; the function that comes back gives it up. FetchRefused('busy') when the queue is full or `signal` ends the wait. */
  enter(key: string, signal: AbortSignal): Promise<() => void>
}

interface Waiter {
  key: string
  admit(): void
}

/**
 * At most `total` at once and `perKey` at once for one key, so that a slow peer holds up itself and not the others.
 * The queue keeps order within a key; `waiting` and `waitingPerKey` bound it.
 */
export function makeGate(limits: { total: number; perKey: number; waiting: number; waitingPerKey: number }): Gate {
  const inside = new Map<string, number>()
  let total = 0
  let queue: Waiter[] = []

  const hasRoom = (key: string): boolean => total < limits.total && (inside.get(key) ?? 0) < limits.perKey

  function take(key: string): () => void {
    total += 1
    inside.set(key, (inside.get(key) ?? 0) + 1)
    let given = false
    return () => {
      if (given) return
      given = true
      total -= 1
      const left = (inside.get(key) ?? 1) - 1
      if (left > 0) inside.set(key, left)
      else inside.delete(key)
      const next = queue.find((waiter) => hasRoom(waiter.key))
      if (!next) return
      queue = queue.filter((waiter) => waiter !== next)
      next.admit()
    }
  }

  function wait(key: string, signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        queue = queue.filter((other) => other !== waiter)
        reject(new FetchRefused('busy'))
      }
      const waiter: Waiter = {
        key,
        admit() {
          signal.removeEventListener('abort', giveUp)
          resolve(take(key))
        },
      }
      signal.addEventListener('abort', giveUp, { once: true })
      queue.push(waiter)
    })
  }

  return {
    async enter(key, signal) {
      if (signal.aborted) throw new FetchRefused('busy')
      if (hasRoom(key)) return take(key)
      const ofThisKey = queue.reduce((sum, waiter) => sum + (waiter.key === key ? 1 : 0), 0)
      if (queue.length >= limits.waiting || ofThisKey >= limits.waitingPerKey) throw new FetchRefused('busy')
      return wait(key, signal)
    },
  }
}
