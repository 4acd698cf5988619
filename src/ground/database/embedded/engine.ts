import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { usableBinaries } from './binaries.ts'
import { makeCluster, makePrivateFolder } from './cluster.ts'
import { addressOf, connectionOf, enter, isLast } from './guard.ts'
import { type Connection, notePlace, type Place, secretOf, settle, socketFolder } from './place.ts'
import { clearAway, postmasterOf, type Started, spawnPostmaster, stopPostmaster } from './postmaster.ts'
import { whileHolding } from './start-lock.ts'
import { trouble } from './trouble.ts'

/** Between two looks at whether the server answers. */
const ASK_AGAIN_MS = 20
const STOP_LIMIT_MS = 60_000
/** Replaying a long log after a crash takes a while; beyond this someone should look. */
const START_LIMIT_MS = 600_000
const SAY_SO_AFTER_MS = 5_000
/** A start that lost against another, or met shared memory that is just being let go of, is tried again. */
const START_TRIES = 20
const COME_BACK_MS = { first: 250, longest: 4_000 }

export interface EmbeddedEngine {
  /** `host` is the folder of a unix socket, as `pg` takes it. */
  readonly connection: Connection
  /** The same as one address for `connectionString`; it holds the password, so it is never logged. */
  readonly url: string
  /** Lets go of the database; the last process to leave stops it. Close your own pools first. May be called twice. */
  leave(): Promise<void>
}

export interface EmbeddedOptions {
  /** Absolute DATA_DIR; made when it is missing. */
  dataDir: string
  log(message: string, facts?: object): void
}

interface Session {
  place: Place
  secret: string
  /** Finds the npm package; only asked when a postmaster has to be started. */
  binaries: () => string
  log: EmbeddedOptions['log']
}

/** `startEmbedded` with the folder of the npm package given. */
export async function startFrom(binaries: () => string, { dataDir, log }: EmbeddedOptions): Promise<EmbeddedEngine> {
  let place: Place | undefined
  try {
    place = await settle(dataDir)
    const session: Session = { place, secret: secretOf(place), binaries, log }
    return hold(session, await joinOrStart(session))
  } catch (error) {
    throw trouble(error, place, dataDir)
  }
}

/** A guard on the running server, or on one started for it. */
async function joinOrStart(session: Session): Promise<pg.Client> {
  const { place, secret, log } = session
  const running = await enter(place, secret)
  if (running) return running
  return whileHolding(join(place.base, 'starting'), place.base, log, () => startAndEnter(session))
}

async function startAndEnter(session: Session): Promise<pg.Client> {
  const { place, secret, log } = session
  let started: Started | undefined
  let tries = 0
  for (let waited = 0; waited < START_LIMIT_MS; waited += ASK_AGAIN_MS) {
    if (started?.ended !== undefined && postmasterOf(place.cluster) === undefined) {
      if (++tries >= START_TRIES || !/^killed by|shared memory block|lock file|received (fast|smart) shutdown/.test(started.ended))
        throw new Error(started.ended)
      await pause(ASK_AGAIN_MS * 10)
      started = undefined
    }
    started ??= postmasterOf(place.cluster) === undefined ? await start(session) : undefined
    const guard = await enter(place, secret)
    if (guard) {
      if (started) log('the embedded database runs', { folder: place.cluster })
      return guard
    }
    if (waited === SAY_SO_AFTER_MS) log('the embedded database is not ready yet; it may be replaying its log after a crash', { folder: place.cluster })
    await pause(ASK_AGAIN_MS)
  }
  throw new Error(`The embedded PostgreSQL in ${place.base} is still not ready: look into ${place.cluster}/log and start again.`)
}

async function start({ place, secret, binaries, log }: Session): Promise<Started> {
  const usable = await usableBinaries(binaries(), place)
  if (!existsSync(place.cluster)) log('making the embedded database', { folder: place.cluster, user: place.owner.name })
  await makeCluster(usable, place, secret)
  notePlace(place)
  const sockets = socketFolder(place, secret)
  makePrivateFolder(sockets, place)
  await clearAway(place.cluster, sockets)
  return spawnPostmaster(usable, place, sockets)
}

/** Keeps a guard for as long as the engine is held: when the server is lost, joins or starts it again. */
function hold(session: Session, first: pg.Client): EmbeddedEngine {
  const { place, secret, log } = session
  const connection = connectionOf(place, secret)
  let guard = first
  let returning: Promise<void> | undefined
  let leaving: Promise<void> | undefined

  const watch = () =>
    guard.once('end', () => {
      if (!leaving) returning = comeBack()
    })
  async function comeBack(): Promise<void> {
    log('the embedded database was lost; starting it again', { folder: place.cluster })
    for (let wait = COME_BACK_MS.first; !leaving; wait = Math.min(wait * 2, COME_BACK_MS.longest)) {
      try {
        guard = await joinOrStart(session)
        watch()
        return
      } catch (error) {
        log('the embedded database does not start', { err: trouble(error, place, place.dataDir) })
        await pause(wait, undefined, { ref: false })
      }
    }
  }
  async function leave(): Promise<void> {
    await returning
    const pid = postmasterOf(place.cluster)
    // A server that is lost at this moment is not ours to stop any more.
    const last = await isLast(guard).catch(() => false)
    if (last && pid !== undefined && !(await stopPostmaster(pid, place.cluster, STOP_LIMIT_MS))) log('the embedded database is still stopping', { pid })
    await guard.end().catch(() => {})
  }
  watch()
  return { connection, url: addressOf(connection), leave: () => (leaving ??= leave()) }
}
