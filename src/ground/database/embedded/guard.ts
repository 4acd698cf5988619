import pg from 'pg'
import { SUPERUSER } from './cluster.ts'
import { type Connection, type Place, PORT, passwordFor, socketFolder } from './place.ts'

/** In the database `postgres`, where nothing else takes locks: `commonplace` may be dropped and made again. */
const IN_USE = 1
const MAKING = 2

/** The application's role and database. */
const NAME = 'commonplace'

/** Not up yet, going down, or gone in the middle (of signing in, of a call, between two): worth another try. */
const AWAY = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300'])

export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (AWAY.has((error as { code?: string }).code ?? '') || /Connection terminated|timeout expired|not queryable|canceling authentication/.test(error.message))

/**
 * Opens the one connection that says "this process uses the database", and makes the application's role and
 * database when they are missing. Returns undefined when no server answers or the one that does is going down.
 */
export async function enter(place: Place, secret: string): Promise<pg.Client | undefined> {
  const guard = new pg.Client({
    host: socketFolder(place, secret),
    port: PORT,
    user: SUPERUSER,
    password: passwordFor(secret, SUPERUSER),
    database: 'postgres',
    application_name: 'commonplace-guard',
    connectionTimeoutMillis: 5_000,
  })
  // Without a listener a lost connection would end the process; the engine hears 'end'.
  guard.on('error', () => {})
  try {
    await guard.connect()
    // Waits while one who leaves holds it alone; that one stops the server, which ends this call with 57P01.
    await guard.query('select pg_advisory_lock_shared($1)', [IN_USE])
    await furnish(guard, passwordFor(secret, NAME))
    return guard
  } catch (error) {
    await guard.end().catch(() => {})
    if (isAway(error)) return undefined
    throw error
  }
}

async function furnish(guard: pg.Client, password: string): Promise<void> {
  const made = 'select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_database where datname = $1) as base'
  const look = async () => (await guard.query<{ role: boolean; base: boolean }>(made, [NAME])).rows[0]
  const first = await look()
  if (first?.role && first.base) return
  await guard.query('select pg_advisory_lock($1)', [MAKING])
  try {
    const found = await look()
    if (!found?.role) await guard.query(`create role ${NAME} login createdb password '${password}'`)
    if (!found?.base) await guard.query(`create database ${NAME} owner ${NAME}`)
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MAKING])
  }
}

/** Gives up this process's share; true when no other process had one, and now none can join. */
export async function isLast(guard: pg.Client): Promise<boolean> {
  await guard.query('select pg_advisory_unlock_shared($1)', [IN_USE])
  return (await guard.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [IN_USE])).rows[0]?.alone === true
}

export const connectionOf = (place: Place, secret: string): Connection => ({
  host: socketFolder(place, secret),
  port: PORT,
  user: NAME,
  password: passwordFor(secret, NAME),
  database: NAME,
})

export const addressOf = ({ host, port, user, password, database }: Connection): string =>
  `postgresql://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
