import { fromKysely, type JobResult, PgBoss } from 'pg-boss'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Log } from '#ground/log/index.ts'
import type { Metrics } from '#ground/metrics/index.ts'

export interface JobOptions {
  /** Jobs of one key run one at a time. */
  key?: string
  /** Not before. */
  at?: Instant
}

/** One kind of work. `run` must be idempotent: it is called at least once. */
export interface Job<Input = unknown> {
  name: string
  run(input: Input, signal: AbortSignal): Promise<void>
  /** At most this many batches at once in this process (default 1). */
  concurrency?: number
  /** Fetched together, run one after the other and settled together (default 20); 1 for long work that other workers should share, and where a second run is seen. */
  batch?: number
  /** Cron in UTC, e.g. `* * * * *`; the input is then {}. */
  every?: string
  /** How often it is tried again (default 8, backoff from 2 s to 6 h). */
  retries?: number
  /** Seconds before a fetched batch counts as lost, all of it together (default 300). */
  deadlineSeconds?: number
  /** True when callers pass a key: one of a key at a time. */
  keyed?: boolean
}

export interface DeadJob {
  id: string
  job: string
  input: unknown
  at: Instant
  error: string
}

export interface Jobs {
  enqueue(tx: Tx | Reader, job: string, input: object, options?: JobOptions): Promise<void>
  /** Starts fetching. Called by role `work`. */
  work(jobs: Job[]): Promise<void>
  /** Makes the queues known without working on them. Called by every role. */
  declare(jobs: Job[]): Promise<void>
  dead(limit?: number): Promise<DeadJob[]>
  retryDead(id: string): Promise<boolean>
  /** How many are not done yet, per job; for metrics and the host's page. */
  waiting(): Promise<Record<string, number>>
  stop(): Promise<void>
}

const RETRIES = 8
const DEADLINE_SECONDS = 300
const HEARTBEAT_SECONDS = 30
/** One job a fetch and a wake-up a NOTIFY left 596 of 600 waiting for the next poll; full batches go on at once (about 1,000 jobs/s measured). */
const BATCH = 20
const FETCH = { burstWhenBatchFull: true, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, heartbeatRefreshSeconds: 10 }
const dead = (name: string): string => `${name}.dead`

export async function startJobs({ url, log, metrics, schema = 'pgboss' }: { url: string; log: Log; metrics: Metrics; schema?: string }): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema,
    max: 6,
    application_name: 'commonplace-jobs',
    useListenNotify: true,
    supervise: true,
    superviseIntervalSeconds: 30,
    maintenanceIntervalSeconds: 300,
    monitorIntervalSeconds: 30,
    clockMonitorIntervalSeconds: 600,
    cronMonitorIntervalSeconds: 20,
    cronWorkerIntervalSeconds: 5,
  })
  boss.on('error', (error: Error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  const known = new Map<string, Job>()

  async function declare(jobs: Job[]): Promise<void> {
    const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const job of jobs) {
      known.set(job.name, job as Job)
      const retry = {
        retryLimit: job.retries ?? RETRIES,
        retryDelay: 2,
        retryBackoff: true,
        retryDelayMax: 6 * 3600,
        expireInSeconds: job.deadlineSeconds ?? DEADLINE_SECONDS,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        deadLetter: dead(job.name),
        deleteAfterSeconds: 3600,
      }
      if (!existing.has(dead(job.name))) await boss.createQueue(dead(job.name), { retryLimit: 0, retentionSeconds: 90 * 86400 })
      if (!existing.has(job.name)) await boss.createQueue(job.name, { ...retry, policy: job.keyed ? 'singleton' : 'standard', notify: true })
    }
  }

  async function runBatch(job: Job, found: { id: string; data: unknown; signal: AbortSignal }[]): Promise<JobResult[]> {
    const results: JobResult[] = []
    for (const { id, data, signal } of found) {
      try {
        await run(job, data, signal)
        results.push({ id, status: 'completed' })
      } catch (error) {
        results.push({ id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } })
      }
    }
    return results
  }

  async function run(job: Job, input: unknown, signal: AbortSignal): Promise<void> {
    const end = metrics.jobs.startTimer({ job: job.name })
    try {
      await job.run(input as never, signal)
      end({ outcome: 'done' })
    } catch (error) {
      end({ outcome: 'failed' })
      log.warn({ job: job.name, err: error }, 'job failed')
      throw error
    }
  }

  return {
    declare,
    async enqueue(tx, job, input, { key, at } = {}) {
      const sent = await boss.send(job, input, { db: fromKysely(tx), ...(key === undefined ? {} : { singletonKey: key }), ...(at ? { startAfter: at } : {}) })
      if (sent === null) log.debug({ job, key }, 'job already waiting')
    },
    async work(jobs) {
      await declare(jobs)
      for (const job of jobs) {
        await boss.work(job.name, { ...FETCH, batchSize: job.batch ?? BATCH, localConcurrency: job.concurrency ?? 1, perJobResults: true }, (found) =>
          runBatch(job, found),
        )
        if (job.every) await boss.schedule(job.name, job.every, {}, { tz: 'UTC' })
      }
    },
    async dead(limit = 100) {
      const found: DeadJob[] = []
      for (const name of known.keys()) {
        const rows = await boss.findJobs(dead(name), {})
        for (const row of rows) {
          found.push({ id: row.id, job: name, input: row.data, at: row.createdOn, error: JSON.stringify(row.sourceOutput ?? null).slice(0, 500) })
        }
      }
      return found.slice(0, limit)
    },
    async retryDead(id) {
      for (const name of known.keys()) {
        const [row] = await boss.findJobs(dead(name), { id })
        if (!row) continue
        await boss.send(name, row.data as object, row.singletonKey ? { singletonKey: row.singletonKey } : known.get(name)?.keyed ? { singletonKey: id } : {})
        await boss.deleteJob(dead(name), id)
        return true
      }
      return false
    },
    async waiting() {
      // The queue's own counts are as old as its last monitor pass.
      const { rows } = await boss
        .getDb()
        .executeSql(
          `select name, count(*)::int as count from ${schema}.job where state < 'completed' and name not like '\\_\\_%' and name not like '%.dead' group by name`,
        )
      return Object.fromEntries(rows.map((row: { name: string; count: number }) => [row.name, row.count]))
    },
    stop: () => boss.stop({ graceful: true, timeout: 8000, close: true }),
  }
}
