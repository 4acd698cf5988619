/** A place of its own for a measurement: a server process on the embedded database in a temporary folder, on loopback. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from '#ground/database/embedded/index.ts'

const COMMAND = fileURLToPath(new URL('../src/faces/cli/index.ts', import.meta.url))
const START_MS = 120_000
const POLL_MS = 20
/** Characters of stderr that are kept, the last ones. */
const MOST_SAID = 2_000_000
/** Ready for this long counts as ready: a postmaster that was killed leaves sessions that answer a moment more. */
const STEADY_MS = 400

export interface Place {
  readonly url: string
  readonly dataDir: string
  /** Starts the server and waits until it says that it is ready. */
  start(): Promise<void>
  /** kill -9 of the server. */
  killServer(): Promise<void>
  /** kill -9 of the database's postmaster; sessions end themselves. */
  killDatabase(): void
  /** SIGTERM, as a host does it. */
  stop(): Promise<{ code: number | null; seconds: number }>
  /** Seconds from `since` (performance.now) until it was ready and stayed so. */
  readyAgain(since: number): Promise<number>
  /** CPU seconds of the server, and of all processes of its database (null where /proc does not say). */
  cpu(): Promise<{ server: number; database: number | null }>
  /** Megabytes of the server and of all processes of its database, what they share counted once; null where /proc does not say. */
  memory(): number | null
  /** Runs `work` with the address of its database. */
  withAddress<T>(work: (url: string) => Promise<T>): Promise<T>
  /** Runs `work` with a connection to its database. */
  withDatabase<T>(work: (db: pg.Client) => Promise<T>): Promise<T>
  /** What the server wrote to stderr. */
  said(): string
  /** Ends everything and removes the folder. */
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}

export async function openPlace(settings: Record<string, string> = {}): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'commonplace-bench-'))
  // As root the database runs as another user, who must be able to get in.
  chmodSync(dataDir, 0o755)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env
  const env = {
    PATH,
    HOME,
    NODE_COMPILE_CACHE,
    PORT: String(port),
    ORIGIN: url,
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    ...settings,
  }
  let server: ChildProcess | undefined
  let said = ''
  const postmaster = () => postmasterOf(dataDir)

  async function ready(): Promise<boolean> {
    try {
      return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3000) })).ok
    } catch {
      return false
    }
  }
  const place: Place = {
    url,
    dataDir,
    async start() {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', COMMAND, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      server = child
      child.stderr?.on('data', (part) => {
        said = `${said}${part}`.slice(-MOST_SAID)
      })
      await new Promise<void>((done, failed) => {
        const late = setTimeout(() => failed(new Error(`not ready in ${START_MS / 1000} s\n${said}`)), START_MS)
        child.stdout?.on('data', (part) => String(part).includes('is ready') && done())
        child.once('exit', (code) => failed(new Error(`the server ended with ${code}\n${said}`)))
        child.once('error', failed)
        child.once('exit', () => clearTimeout(late))
        child.stdout?.once('data', () => clearTimeout(late))
      })
    },
    async killServer() {
      await ended(server, 'SIGKILL')
    },
    killDatabase() {
      const pid = postmaster()
      if (pid) process.kill(pid, 'SIGKILL')
    },
    async stop() {
      const since = performance.now()
      const code = await ended(server, 'SIGTERM')
      return { code, seconds: (performance.now() - since) / 1000 }
    },
    async readyAgain(since) {
      let from: number | null = null
      while (from === null || performance.now() - from < STEADY_MS) {
        if (performance.now() - since > START_MS) throw new Error(`not ready again in ${START_MS / 1000} s\n${said}`)
        if (!(await ready())) from = null
        else from ??= performance.now()
        await pause(POLL_MS)
      }
      return (from - since) / 1000
    },
    async cpu() {
      const text = await (await fetch(`${url}/metrics`)).text()
      return { server: Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]), database: cpuOfFamily(postmaster()) }
    },
    memory: () => megabytesOf([server?.pid ?? null, postmaster()]),
    async withAddress(work) {
      const engine = await startEmbedded({ dataDir, log: () => {} })
      try {
        return await work(engine.url)
      } finally {
        await engine.leave()
      }
    },
    withDatabase: (work) =>
      place.withAddress(async (url) => {
        const db = new pg.Client({ connectionString: url })
        try {
          await db.connect()
          return await work(db)
        } finally {
          await db.end()
        }
      }),
    said: () => said,
    async close() {
      await ended(server, 'SIGTERM')
      // A server that was killed left its database running: joining and leaving stops it.
      if (isAlive(postmaster())) await (await startEmbedded({ dataDir, log: () => {} })).leave()
      const base = baseOf(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
      if (!base.startsWith(dataDir)) rmSync(base, { recursive: true, force: true })
    },
  }
  return place
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<number | null> {
  if (!child) return null
  if (child.exitCode === null && child.signalCode === null) {
    const end = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await end
  }
  return child.exitCode
}

/** The cluster lives in the data folder, or where `DATA_DIR/database` says. */
function baseOf(dataDir: string): string {
  const pointer = join(dataDir, 'database')
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDir, 'postgres')
}

function postmasterOf(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(baseOf(dataDir), 'cluster/postmaster.pid'), 'utf8').split('\n')[0]) || null
  } catch {
    return null
  }
}

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0)
  } catch {
    return false
  }
}

const TICKS_A_SECOND = 100

interface Process {
  pid: number
  parent: number
  /** From the 5th of proc(5) on. */
  fields: number[]
}

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [, parent = 0, ...fields] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      return [{ pid: Number(name), parent, fields }]
    } catch {
      // It ended while we looked.
      return []
    }
  })
}

/** Of a process and its children, those that have ended included. */
function cpuOfFamily(of: number | null): number | null {
  if (of === null || !existsSync('/proc/self/stat')) return null
  // utime is the 14th, then stime, and those of children that were waited for.
  const ticks = processes().map(({ pid, parent, fields }) => (pid === of ? sum(fields.slice(9, 13)) : parent === of ? sum(fields.slice(9, 11)) : 0))
  return sum(ticks) / TICKS_A_SECOND
}

/** Of processes and their children. What a family shares (PostgreSQL's buffers) is as much as its member that touched most of it. */
function megabytesOf(families: (number | null)[]): number | null {
  if (!existsSync('/proc/self/status')) return null
  const kilobytes = families.map((of) => {
    const each = processes().flatMap(({ pid, parent }) => {
      if (pid !== of && parent !== of) return []
      const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
      const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      return [{ own: read('RssAnon'), shared: read('RssShmem') }]
    })
    return sum(each.map(({ own }) => own)) + Math.max(0, ...each.map(({ shared }) => shared))
  })
  return sum(kilobytes) / 1024
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)
