import { Kysely, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { keptPlans, nameStatements, pipelined } from './dialect.ts'
import { openPipeline } from './pipeline.ts'
import type { Tables } from './tables.ts'

export { PLANNED_EACH_TIME } from './dialect.ts'

export type Tx = Transaction<Tables>
/** Either a transaction or the pool: what a query needs to run on. */
export type Reader = Kysely<Tables>

export interface Database {
  /** The primary, outside a transaction. Single statements only. */
  readonly q: Kysely<Tables>
  /** What pages, feeds and search read from: a replica when there is one (so it may lag), connections of its own, two seconds a statement. */
  read(): Kysely<Tables>
  /** The same on the primary, for what readers must see of their own acts at once. */
  fresh(): Kysely<Tables>
  /** Inside, use `tx` alone: a query on `q` there can run the pool dry. `work` runs again, once, where two transactions waited for each other in a circle. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Calls `heard` for each NOTIFY on the channel, on one shared connection that reconnects itself. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  /** Raw pool, for COPY streams of backup and for the job queue's own connection settings. */
  readonly connection: string
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** D4 of security: the database ends a statement that takes longer, and the request is answered 503. */
const WRITE_LIMIT_MS = 10_000
const READ_LIMIT_MS = 2_000
/** Of writes and transactions. With its readers, its queue and its listeners a process takes 28; the embedded database has room for three. */
const MOST_CONNECTIONS = 10
/** For quick reads, which share them, and for slow ones. */
const READ_LANES = 4
const MOST_SLOW = 5

export interface DatabaseOptions {
  url: string
  readUrl?: string | undefined
  /** Connections of each kind. */
  max?: number
  /** Of `q` and transactions. */
  statementTimeoutMs?: number
  /** Commits do not wait for the disk: a crash loses the last moments, never a half of one. Only for filling an empty place. */
  lazyCommit?: boolean | undefined
  onError?: (error: Error) => void
}

export function openDatabase({
  url,
  readUrl,
  max = MOST_CONNECTIONS,
  statementTimeoutMs = WRITE_LIMIT_MS,
  lazyCommit = false,
  onError = () => {},
}: DatabaseOptions): Database {
  const settingsOf = (connectionString: string, limitMs: number) => ({
    connectionString,
    statement_timeout: limitMs,
    application_name: 'commonplace',
    ...(lazyCommit ? { options: '-c synchronous_commit=off' } : {}),
  })
  const pool = (address: string, limitMs: number, most: number) => {
    const made = new pg.Pool({ ...settingsOf(address, limitMs), max: most, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000 })
    made.on('error', onError)
    // The pool listens only while a connection lies idle: one that breaks in use would end the process (R8).
    made.on('connect', (client) => client.on('error', onError))
    return made
  }
  const readers = (address: string) => {
    const pipeline = openPipeline(settingsOf(address, READ_LIMIT_MS), { lanes: Math.min(max, READ_LANES), made: nameStatements, onError })
    return new Kysely<Tables>({ dialect: pipelined(pipeline, pool(address, READ_LIMIT_MS, Math.min(max, MOST_SLOW))) })
  }
  const primary = new Kysely<Tables>({ dialect: keptPlans(pool(url, statementTimeoutMs, max)) })
  // Connections of their own: slow searches fill them, and writing goes on beside.
  const fresh = readers(url)
  const reading = readUrl && readUrl !== url ? readers(readUrl) : fresh
  const ears = makeEars(url, onError)
  return {
    q: primary,
    connection: url,
    read: () => reading,
    fresh: () => fresh,
    transaction: (work) => {
      const run = () => primary.transaction().execute(work)
      return run().catch((error) => (isDeadlock(error) ? run() : Promise.reject(error)))
    },
    listen: ears.listen,
    async close() {
      await ears.close()
      await primary.destroy()
      await fresh.destroy()
      if (reading !== fresh) await reading.destroy()
    },
  }
}

/** One LISTEN connection for all channels; after a loss it reconnects within seconds and calls everyone once with ''. */
function makeEars(url: string, onError: (error: Error) => void) {
  const heard = new Map<string, Set<(payload: string) => void>>()
  let client: pg.Client | undefined
  let closed = false
  let connecting: Promise<void> | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'commonplace-listen', keepAlive: true })
    next.on('error', onError)
    next.on('end', () => {
      if (client !== next) return
      client = undefined
      if (!closed && heard.size > 0) retry()
    })
    next.on('notification', ({ channel, payload }) => {
      for (const call of heard.get(channel) ?? []) call(payload ?? '')
    })
    await next.connect()
    client = next
    for (const channel of heard.keys()) await next.query(`listen "${channel}"`)
  }
  function retry(): void {
    setTimeout(() => {
      if (closed || client) return
      connect().then(() => {
        for (const calls of heard.values()) for (const call of calls) call('')
      }, retry)
    }, 1000).unref()
  }
  return {
    async listen(channel: string, call: (payload: string) => void) {
      if (!/^[a-z_]+$/.test(channel)) throw new Error(`bad channel ${channel}`)
      const calls = heard.get(channel) ?? new Set()
      const isNew = calls.size === 0
      heard.set(channel, calls.add(call))
      if (!client) {
        connecting ??= connect().finally(() => {
          connecting = undefined
        })
        await connecting
      } else if (isNew) await client.query(`listen "${channel}"`)
      return async () => {
        calls.delete(call)
      }
    },
    async close() {
      closed = true
      await client?.end().catch(() => {})
    },
  }
}

/** Sent when the transaction commits; payload ≤ 8,000 bytes (PostgreSQL's limit). */
export const notify = async (tx: Reader, channel: string, payload: string): Promise<void> => {
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx)
}

// 57014: a statement that took longer than it may.
const UNREACHABLE = new Set([
  '57014',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
])

/** The database is away (R8): the answer is 503 with Retry-After, not a bug report. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code
  return (
    (code !== undefined && UNREACHABLE.has(code)) ||
    /Connection terminated|not queryable|canceling authentication|timeout exceeded when trying to connect|Query read timeout|timeout expired|the database system is/.test(
      error.message,
    )
  )
}

export const isDiskFull = (error: unknown): boolean => ['53100', 'ENOSPC', 'EDQUOT'].includes((error as { code?: string })?.code ?? '')

const isDeadlock = (error: unknown): boolean => (error as { code?: string })?.code === '40P01'

/** Who holds the same name takes turns until their transaction ends. Several names are taken in one order, so that nobody waits in a circle. */
export async function takeTurns(tx: Tx, ...names: string[]): Promise<void> {
  for (const name of [...new Set(names)].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

/** True for a broken unique constraint; `constraint` narrows it to one. */
export const isTaken = (error: unknown, constraint?: string): boolean => {
  const e = error as { code?: string; constraint?: string }
  return e?.code === '23505' && (constraint === undefined || e.constraint === constraint)
}
