import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { notify } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Job } from '#ground/jobs/index.ts'
import type { TrainingWork } from './training-thread.ts'

export const folderOf = ({ dataDir }: { dataDir: string }): string => join(dataDir, 'feed')
/** Says that a new file lies in the folder. */
export const MODEL_CHANNEL = 'feed_model'

/** One core stays for pages. */
const threads = (): number => Math.max(1, availableParallelism() - 1)

/** Learns a new model beside everything else and answers from how many acts; 0: there was nothing to learn from, or it was stopped, and the old one stays. */
export async function train({ db, clock, config }: Pick<Ground, 'db' | 'clock' | 'config'>, signal?: AbortSignal): Promise<number> {
  if (signal?.aborted) return 0
  const workerData: TrainingWork = { connection: db.connection, folder: folderOf(config), version: clock.now().getTime(), threads: threads() }
  const worker = new Worker(new URL('./training-thread.ts', import.meta.url), { workerData })
  let acts = 0
  worker.on('message', (said: number) => {
    acts = said
  })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  try {
    await once(worker, 'exit')
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  if (acts > 0) await notify(db.q, MODEL_CHANNEL, '')
  return acts
}

/** New acts after which a model is learnt at once, and at least this share of those that the last one knew. */
const FEWEST_NEW = 500
const NEW_SHARE = 0.1

/** Acts since the last training, and those that it knew, as far as this process has seen. */
const counted = new WeakMap<object, { fresh: number; known: number }>()

export const training = (ground: Ground): Job<never> => ({
  name: 'feed.train',
  every: '41 * * * *',
  batch: 1,
  retries: 1,
  deadlineSeconds: 2 * 3600,
  run: async (_: object, signal: AbortSignal) => {
    const known = await train(ground, signal)
    counted.set(ground.db, { fresh: 0, known })
  },
})

/** Counts an act in this process; many of them bring the next training forward. A count that is lost waits for the hour. */
export async function countAct(ground: Pick<Ground, 'db' | 'jobs'>): Promise<void> {
  const { fresh = 0, known = 0 } = counted.get(ground.db) ?? {}
  if (fresh + 1 < Math.max(FEWEST_NEW, NEW_SHARE * known)) {
    counted.set(ground.db, { fresh: fresh + 1, known })
    return
  }
  // Where another process trains, this one waits for more each time.
  counted.set(ground.db, { fresh: 0, known: known + (fresh + 1) / NEW_SHARE })
  await ground.jobs.enqueue(ground.db.q, 'feed.train', {})
}
