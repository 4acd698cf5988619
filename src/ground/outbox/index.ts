import { sql } from 'kysely'
import { after, type Clock, DAY, type Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Migrations } from '#ground/database/migrate.ts'
import type { Ids } from '#ground/ids/index.ts'
import type { Jobs } from '#ground/jobs/index.ts'
import type { Metrics } from '#ground/metrics/index.ts'

/**
 * Every event of the house, name → payload (ids and small facts). A feature adds its own in `events.ts`:
 * `declare module '#ground/outbox/index.ts' { interface Events { 'note.published': { noteId: NoteId } } }`. Shapes only grow.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features fill it by declaration merging
export interface Events {}

export type EventName = keyof Events & string
export interface Announced<Name extends EventName = EventName> {
  id: string
  name: Name
  at: Instant
  payload: Events[Name]
}

export interface Outbox {
  /**
   * Writes the event and one job per subscriber in the caller's transaction: it happens if and only if `tx` commits.
   * `key` orders jobs about one thing (a note's id): at most one per subscriber and key runs at a time.
   */
  announce<Name extends EventName>(tx: Tx, name: Name, payload: Events[Name], key: string): Promise<void>
}

/** Which features hear an event; collected from the manifests by main.ts. */
export type Subscriptions = Map<string, string[]>

export function subscriptionsOf(features: { name: string; on?: object }[]): Subscriptions {
  const subscriptions: Subscriptions = new Map()
  for (const { name, on = {} } of features) for (const event of Object.keys(on)) subscriptions.set(event, [...(subscriptions.get(event) ?? []), name])
  return subscriptions
}

export const jobOfSubscription = (feature: string, event: string): string => `${feature}.on.${event}`

export function makeOutbox({
  clock,
  ids,
  jobs,
  metrics,
  subscriptions,
}: {
  clock: Clock
  ids: Ids
  jobs: Jobs
  metrics: Metrics
  subscriptions: Subscriptions
}): Outbox {
  return {
    async announce(tx, name, payload, key) {
      const id = ids.next()
      const at = clock.now()
      await sql`insert into events (id, name, key, payload, at) values (${id}, ${name}, ${key}, ${JSON.stringify(payload)}::jsonb, ${at})`.execute(tx)
      for (const feature of subscriptions.get(name) ?? []) {
        await jobs.enqueue(tx, jobOfSubscription(feature, name), { id, name, at, payload }, { key })
      }
      metrics.events.inc({ event: name })
    },
  }
}

/** Enqueues again every kept event that `feature` subscribes to, oldest first. Handlers are idempotent. Answers how many. */
export async function replayEvents(tx: Tx, jobs: Jobs, subscriptions: Subscriptions, feature: string): Promise<number> {
  const names = [...subscriptions].filter(([, features]) => features.includes(feature)).map(([name]) => name)
  if (names.length === 0) return 0
  const { rows } = await sql<{
    id: string
    name: string
    key: string
    payload: object
    at: Instant
  }>`select id, name, key, payload, at from events where name = any(${names}) order by id`.execute(tx)
  for (const { key, ...event } of rows) await jobs.enqueue(tx, jobOfSubscription(feature, event.name), event, { key })
  return rows.length
}

const KEPT_DAYS = 30

/** What is older can no longer be replayed. */
export async function forgetEvents(db: Reader, now: Instant): Promise<void> {
  await sql`delete from events where at < ${after(now, -KEPT_DAYS * DAY)}`.execute(db)
}

export const outboxMigrations: Migrations = {
  name: 'outbox',
  migrations: {
    '0001-events': {
      async up(db) {
        await sql`create table events (id uuid primary key, name text not null, key text not null, payload jsonb not null, at timestamptz not null)`.execute(db)
        await sql`create index events_name on events (name, id)`.execute(db)
      },
    },
  },
}
