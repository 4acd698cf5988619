import { type Clock, instant, systemClock } from '#ground/clock/index.ts'
import type { Config } from '#ground/config/index.ts'
import { openDatabase } from '#ground/database/index.ts'
import { type Migrations, migrate } from '#ground/database/migrate.ts'
import { collectHouse, type Feature, type Ground } from '#ground/feature.ts'
import { makeFetch } from '#ground/fetch/index.ts'
import { makeLimiter } from '#ground/http/limits.ts'
import { makeIds } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { startJobs } from '#ground/jobs/index.ts'
import { openLive } from '#ground/live/index.ts'
import { type Log, makeLog } from '#ground/log/index.ts'
import { openMail } from '#ground/mail/index.ts'
import { makeMetrics } from '#ground/metrics/index.ts'
import { type Announced, forgetEvents, jobOfSubscription, makeOutbox, outboxMigrations, subscriptionsOf } from '#ground/outbox/index.ts'
import { openStorage } from '#ground/storage/index.ts'

export interface OpenGround extends Ground {
  allJobs: Job<never>[]
  /** Closes every room in reverse order. */
  close(): Promise<void>
}

/** From the bottom up. */
export const allMigrations = (features: Feature[]): Migrations[] => [
  outboxMigrations,
  ...features.map(({ name, migrations = {} }) => ({ name, migrations })).reverse(),
]

/** Opens the ground floor and migrates: what serve, work, commands and tests all stand on. */
export async function openGround(
  config: Config,
  features: Feature[],
  given: { clock?: Clock; poolSize?: number; migrated?: boolean; lazyCommit?: boolean } = {},
): Promise<OpenGround> {
  const clock = given.clock ?? systemClock
  const log = makeLog(config.LOG_LEVEL)
  const metrics = makeMetrics()
  const engine = config.DATABASE_URL ? null : await startEngine(config, log)
  const url = config.DATABASE_URL ?? (engine?.url as string)
  const db = openDatabase({
    url,
    readUrl: config.DATABASE_READ_URL,
    ...(given.poolSize ? { max: given.poolSize } : {}),
    lazyCommit: given.lazyCommit,
    onError: (err) => log.warn({ err }, 'database connection'),
  })
  if (!given.migrated) await migrate(db.q, allMigrations(features))
  const jobs = await startJobs({ url, log, metrics })
  const ids = makeIds(clock)
  const subscriptions = subscriptionsOf(features)
  const ground: Ground = {
    config,
    clock,
    ids,
    log,
    metrics,
    db,
    jobs,
    outbox: makeOutbox({ clock, ids, jobs, metrics, subscriptions }),
    storage: await openStorage(config),
    fetch: makeFetch({ allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS, userAgent: `Commonplace (+${config.origin})`, log }),
    live: await openLive(db),
    mail: openMail(config),
    limiter: makeLimiter(clock),
    house: collectHouse(features),
  }
  const allJobs = jobsOf(ground, features)
  await jobs.declare(allJobs as Job[])
  return {
    ...ground,
    allJobs,
    async close() {
      ground.mail.close()
      await jobs.stop()
      await db.close()
      await engine?.leave()
    },
  }
}

/** Loaded only where it is used: with DATABASE_URL there is no engine of our own. */
async function startEngine(config: Config, log: Log) {
  const { startEmbedded } = await import('#ground/database/embedded/index.ts')
  return startEmbedded({ dataDir: config.dataDir, log: (message, facts = {}) => log.debug(facts, message) })
}

/** Every feature's own jobs, one job per subscription, and the one that lets old events go. */
function jobsOf(ground: Ground, features: Feature[]): Job<never>[] {
  const forget: Job<never> = { name: 'outbox.forget', every: '17 3 * * *', run: () => forgetEvents(ground.db.q, ground.clock.now()) }
  const theirs = features.flatMap((feature): Job<never>[] => [
    ...(feature.jobs?.(ground) ?? []),
    ...Object.entries(feature.on ?? {}).map(
      ([event, hear]): Job<never> => ({
        name: jobOfSubscription(feature.name, event),
        keyed: true,
        // The queue keeps JSON: the moment comes back as text.
        run: (announced: Announced) => (hear as (g: Ground, e: unknown) => Promise<void>)(ground, { ...announced, at: instant(announced.at) }),
      }),
    ),
  ])
  return [forget, ...theirs]
}
