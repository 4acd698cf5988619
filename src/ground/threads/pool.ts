import { Worker } from 'node:worker_threads'

/** What goes to a thread, and what comes back (`answering.ts`). */
export interface Question {
  id: number
  body: unknown
}
export type Answer = { id: number; body: unknown } | { id: number; error: string }

/** Threads that each keep something and answer questions about it. */
export interface Pool {
  /** The thread with the fewest questions answers; rejects when it fails or ends. */
  ask<T>(body: unknown): Promise<T>
  /** Each of them, in the order of their numbers. */
  askAll<T>(body: (thread: number) => unknown): Promise<T[]>
  /** Ends the threads when they have answered what they were asked. */
  close(): Promise<void>
}

interface Thread {
  worker: Worker
  waiting: Map<number, { resolve: (body: never) => void; reject: (error: Error) => void }>
  /** What it was asked last. */
  last: Promise<unknown>
}

/**
 * Opens `count` threads that run `script`. They do not keep the process alive. `ended` is told, once, when one of them ends by itself: the
 * pool then answers no more.
 */
export function openPool(script: URL, count: number, ended: (error: Error) => void): Pool {
  let next = 0
  let broken: Error | null = null
  const breakWith = (error: Error) => {
    if (broken) return
    broken = error
    for (const { waiting } of threads) for (const { reject } of waiting.values()) reject(error)
    ended(error)
  }
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(script)
    const waiting: Thread['waiting'] = new Map()
    worker.unref()
    worker.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) worker.unref()
      if ('error' in answer) asked?.reject(new Error(answer.error))
      else asked?.resolve(answer.body as never)
    })
    worker.on('error', breakWith)
    worker.on('exit', () => breakWith(new Error('a thread ended')))
    return { worker, waiting, last: Promise.resolve() }
  })
  const askThread = <T>(thread: Thread, body: unknown): Promise<T> => {
    const { worker, waiting } = thread
    const answer = new Promise<T>((resolve, reject) => {
      if (broken) return reject(broken)
      const id = next++
      waiting.set(id, { resolve, reject })
      // Who waits for an answer wants to live to see it.
      worker.ref()
      worker.postMessage({ id, body } satisfies Question)
    })
    thread.last = answer.catch(() => undefined)
    return answer
  }
  return {
    ask: (body) =>
      askThread(
        threads.reduce((best, one) => (one.waiting.size < best.waiting.size ? one : best)),
        body,
      ),
    askAll: (body) => Promise.all(threads.map((thread, at) => askThread(thread, body(at)))) as Promise<never[]>,
    async close() {
      if (!broken) {
        broken = new Error('the threads are closed')
        await Promise.all(threads.map(({ last }) => last))
      }
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}
