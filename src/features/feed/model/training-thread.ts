/** A thread that learns a model from the database, writes its file and ends; see `train.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#ground/database/index.ts'
import { openThreads } from '#ground/threads/index.ts'
import { writeModel } from './file.ts'
import { learn } from './learn.ts'

export interface TrainingWork {
  connection: string
  folder: string
  version: number
  threads: number
}

const { connection, folder, version, threads } = workerData as TrainingWork
const db = openDatabase({ url: connection, max: 1, statementTimeoutMs: 60_000 })
const crew = openThreads(threads)
try {
  const model = await learn(db.q, crew)
  if (model) writeModel(folder, version, model)
  parentPort?.postMessage(model?.acts ?? 0)
} finally {
  await crew.close()
  await db.close()
}
