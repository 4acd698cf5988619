/** A thread that fills the dictionary tables and ends; see `load-dictionary.ts`. */
import { workerData } from 'node:worker_threads'
import { systemClock } from '#ground/clock/index.ts'
import { openDatabase } from '#ground/database/index.ts'
import { makeLog } from '#ground/log/index.ts'
import { fillDictionary } from './load-dictionary.ts'

export interface DictionaryWork {
  connection: string
  logLevel: string
  edict: string | undefined
  freedict: string | undefined
}

const { connection, logLevel, edict, freedict } = workerData as DictionaryWork
const db = openDatabase({ url: connection, max: 2, statementTimeoutMs: 60_000 })
try {
  await fillDictionary({ db, clock: systemClock, log: makeLog(logLevel), edict, freedict })
} finally {
  await db.close()
}
