import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './pool.ts'

/** Answers a pool's questions in this thread, one after the other; what `work` throws is what the asker gets. */
export function answering(work: (body: never) => unknown): void {
  let last: Promise<unknown> = Promise.resolve()
  const answer = async ({ id, body }: Question): Promise<Answer> => {
    try {
      return { id, body: await work(body as never) }
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) }
    }
  }
  parentPort?.on('message', (question: Question) => {
    last = last.then(async () => parentPort?.postMessage(await answer(question)))
  })
}
