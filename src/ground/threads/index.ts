import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Crew, rowParts } from '#pure/recommender/index.ts'
import type { Task } from './thread.ts'

export interface Threads extends Crew {
  /** Ends the threads; what runs is rejected. */
  close(): Promise<void>
}

const script = new URL('./thread.ts', import.meta.url)

/** A thread for each core: the parts of a kernel's rows go to whichever is free. Shared memory is handed over, not copied. One kernel at a time. */
export function openThreads(count = availableParallelism()): Threads {
  const workers = Array.from({ length: count }, () => new Worker(script))
  return {
    run(kernel, input, rows) {
      const waiting = rowParts(rows).map((part): Task => ({ kernel, input, ...part }))
      const work = async (worker: Worker) => {
        for (let task = waiting.shift(); task; task = waiting.shift()) await ask(worker, task)
      }
      return Promise.all(workers.map(work)).then(() => undefined)
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function ask(worker: Worker, task: Task): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      worker.off('message', answered).off('error', settle).off('exit', ended)
      if (error) reject(error)
      else resolve()
    }
    const answered = () => settle()
    const ended = () => settle(new Error('the thread ended before its work'))
    worker.on('message', answered).on('error', settle).on('exit', ended)
    worker.postMessage(task)
  })
}
