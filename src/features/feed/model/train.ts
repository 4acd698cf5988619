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

/** Learns a new model beside everything else. Stopped on the way, it leaves the old one. False: there is nothing to learn from. */
export async function train({ db, clock, config }: Pick<Ground, 'db' | 'clock' | 'config'>, signal?: AbortSignal): Promise<boolean> {
  const workerData: TrainingWork = { connection: db.connection, folder: folderOf(config), version: clock.now().getTime(), threads: threads() }
  const worker = new Worker(new URL('./training-thread.ts', import.meta.url), { workerData })
  let learnt = false
  worker.on('message', (said: boolean) => {
    learnt = said
  })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  try {
    await once(worker, 'exit')
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  if (learnt) await notify(db.q, MODEL_CHANNEL, '')
  return learnt
}

/** New acts after which a model is learnt at once, and at least this share of those that the last one knew. */
const FEWEST_NEW = 500
const NEW_SHARE = 0.1

interface Counted {
  fresh: number
  known: number
}
const counted = new WeakMap<object, Counted>()

export const training = (ground: Ground): Job<never> => ({
  name: 'feed.train',
  every: '41 * * * *',
  batch: 1,
  retries: 1,
  deadlineSeconds: 2 * 3600,
  run: async (_: object, signal: AbortSignal) => {
    const { fresh = 0, known = 0 } = counted.get(ground.db) ?? {}
    counted.set(ground.db, { fresh: 0, known: known + fresh })
    await train(ground, signal)
  },
})

/** Counts an act in this process; many of them bring the next training forward. A count that is lost waits for the hour. */
export async function countAct(ground: Pick<Ground, 'db' | 'jobs'>): Promise<void> {
  const { fresh = 0, known = 0 } = counted.get(ground.db) ?? {}
  const isEnough = fresh + 1 >= Math.max(FEWEST_NEW, NEW_SHARE * known)
  counted.set(ground.db, isEnough ? { fresh: 0, known: known + fresh + 1 } : { fresh: fresh + 1, known })
  if (isEnough) await ground.jobs.enqueue(ground.db.q, 'feed.train', {})
}
