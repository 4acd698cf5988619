import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { installedPackage } from './binaries.ts'
import { startFrom } from './engine.ts'
import { type EmbeddedEngine, startEmbedded } from './index.ts'
import { isRoot } from './place.ts'
import { postmasterOf } from './postmaster.ts'

const NOBODY = 65534
const LIMIT = { timeout: 60_000 }
const log = () => {}
const folders: string[] = []
const engines: EmbeddedEngine[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await Promise.all(engines.splice(0).map((engine) => engine.leave()))
  for (const folder of folders.splice(0)) {
    // A test that failed half-way may leave a server behind.
    const pid = postmasterOf(clusterOf(folder))
    if (pid) process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A DATA_DIR of its own, below a folder of the given mode. */
function aDataDir({ mode = 0o755, name = 'data' } = {}): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-')))
  chmodSync(parent, mode)
  const dataDir = join(parent, name)
  folders.push(elsewhere(dataDir), parent, dataDir)
  return dataDir
}

const elsewhere = (dataDir: string) => join('/var/lib/commonplace', createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
const clusterOf = (dataDir: string) =>
  join(existsSync(join(dataDir, 'database')) ? readFileSync(join(dataDir, 'database'), 'utf8').trim() : join(dataDir, 'postgres'), 'cluster')

async function start(dataDir: string, folder?: string): Promise<EmbeddedEngine> {
  const engine = await (folder ? startFrom(() => folder, { dataDir, log }) : startEmbedded({ dataDir, log }))
  engines.push(engine)
  return engine
}

async function ask<Row extends pg.QueryResultRow>(engine: EmbeddedEngine, text: string): Promise<Row[]> {
  const client = new pg.Client(engine.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

const rowsKept = async (engine: EmbeddedEngine) => (await ask<{ n: number }>(engine, 'select count(*)::int as n from kept'))[0]?.n
const aTable = (engine: EmbeddedEngine) => ask(engine, 'create table kept (id bigint generated always as identity primary key)')

function aChild(args: string[], uid?: number): ChildProcess {
  const child = fork(join(import.meta.dirname, 'child-for-tests.ts'), args, { execArgv: [], cwd: '/', ...(uid === undefined ? {} : { uid, gid: uid }) })
  children.push(child)
  return child
}

interface Said {
  url?: string
  done?: number
  error?: string
}

const hears = async (child: ChildProcess): Promise<Said> =>
  (await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => [{ error: `ended with ${code}` }])]))[0] as Said

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Resolves when the process is no longer a running server. */
async function killedPostmaster(cluster: string): Promise<void> {
  const pid = postmasterOf(cluster) as number
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => postmasterOf(cluster)).not.toBe(pid)
}

test('a first start makes a database, the last to leave stops it, and a second start finds the rows', LIMIT, async () => {
  const dataDir = aDataDir()
  const first = await start(dataDir)
  await ask(first, `create table kept as select 'ÉCOLE 火锅'::text as word`)
  await first.leave()
  expect(postmasterOf(clusterOf(dataDir))).toBeUndefined()
  const second = await start(dataDir)
  expect(await ask(second, 'select lower(word) as word from kept')).toEqual([{ word: 'école 火锅' }])
  expect(second.url).toBe(first.url)
})

test('saved means on disk, and the application is no superuser', LIMIT, async () => {
  const engine = await start(aDataDir())
  const facts = `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages,
    current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding,
    (select rolsuper from pg_roles where rolname = current_user) as super`
  expect(await ask(engine, facts)).toEqual([{ fsync: 'on', commit: 'on', pages: 'on', checksums: 'on', listens: '', encoding: 'UTF8', super: false }])
  const wrong = new pg.Client({ ...engine.connection, password: 'wrong' })
  await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' })
  expect(statSync(join(dirname(engine.connection.host), 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(engine.connection.host).mode & 0o777).toBe(0o700)
})

test('a server that a killed process left behind is adopted, with all its rows', LIMIT, async () => {
  const dataDir = aDataDir()
  const child = aChild(['hold', dataDir])
  expect((await hears(child)).error).toBeUndefined()
  await killed(child)
  const left = postmasterOf(clusterOf(dataDir))
  expect(left).toBeGreaterThan(0)
  const engine = await start(dataDir)
  expect(postmasterOf(clusterOf(dataDir))).toBe(left)
  expect(await rowsKept(engine)).toBe(1)
  await engine.leave()
  expect(postmasterOf(clusterOf(dataDir))).toBeUndefined()
})

test('after the server and its parent were killed the next start has every acknowledged row', LIMIT, async () => {
  const dataDir = aDataDir()
  for (let round = 1; round <= 5; round++) {
    const child = aChild(['hold', dataDir])
    expect((await hears(child)).error).toBeUndefined()
    await killed(child)
    await killedPostmaster(clusterOf(dataDir))
    expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(true)
    const engine = await start(dataDir)
    expect(await rowsKept(engine)).toBe(round)
    await engine.leave()
  }
})

test('an orphan that calculates on after its server was killed does not keep the next one out', LIMIT, async () => {
  const dataDir = aDataDir()
  const child = aChild(['hold', dataDir])
  const { url } = await hears(child)
  const busy = new pg.Client({ connectionString: url as string })
  busy.on('error', () => {})
  await busy.connect()
  const pid = (await busy.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid as number
  const calculation = busy.query('select count(*) from generate_series(1, 1e12::bigint)').catch(() => 'ended')
  await expect.poll(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('SELECT')
  await killed(child)
  await killedPostmaster(clusterOf(dataDir))
  expect(await rowsKept(await start(dataDir))).toBe(1)
  expect(await calculation).toBe('ended')
})

test('a stale process file that names another living process does not keep the server out', LIMIT, async () => {
  const dataDir = aDataDir()
  await (await start(dataDir)).leave()
  writeFileSync(join(clusterOf(dataDir), 'postmaster.pid'), `${process.pid}\n${clusterOf(dataDir)}\n1\n5432\n\n\n0 0\nready\n`)
  expect(await ask(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('who holds the engine gets the server back at the same address when it is killed', LIMIT, async () => {
  const dataDir = aDataDir()
  const engine = await start(dataDir)
  await aTable(engine)
  const before = postmasterOf(clusterOf(dataDir)) as number
  await killedPostmaster(clusterOf(dataDir))
  await expect.poll(() => rowsKept(engine).catch(() => undefined), { timeout: 5_000 }).toBe(0)
  expect(postmasterOf(clusterOf(dataDir))).not.toBe(before)
  await engine.leave()
  expect(postmasterOf(clusterOf(dataDir))).toBeUndefined()
})

test('of two processes that share it one may leave, in either order', LIMIT, async () => {
  const dataDir = aDataDir()
  const child = aChild(['hold', dataDir])
  await hears(child)
  await (await start(dataDir)).leave()
  const again = await start(dataDir)
  const gone = once(child, 'exit')
  child.send('leave')
  expect(await gone).toEqual([0, null])
  expect(await rowsKept(again)).toBe(1)
  await again.leave()
  expect(postmasterOf(clusterOf(dataDir))).toBeUndefined()
})

test('processes that start and leave all at once, from the very first start on, lose nothing', LIMIT, async () => {
  const dataDir = aDataDir()
  const said = await Promise.all([1, 2, 3].map(() => hears(aChild(['cycle', dataDir, '6']))))
  expect(said).toEqual([{ done: 6 }, { done: 6 }, { done: 6 }])
  const engine = await start(dataDir)
  expect(await rowsKept(engine)).toBe(18)
  await engine.leave()
  expect(postmasterOf(clusterOf(dataDir))).toBeUndefined()
})

test('the lock of a starter that is dead, or whose number is now another process, is taken over', LIMIT, async () => {
  const dataDir = aDataDir()
  await (await start(dataDir)).leave()
  for (const holder of ['4194999 1 boot token', `${process.pid} 1 boot token`]) {
    writeFileSync(join(dataDir, 'postgres', 'starting'), holder)
    await (await start(dataDir)).leave()
    expect(existsSync(join(dataDir, 'postgres', 'starting'))).toBe(false)
  }
})

test('a first start that was killed half-way leaves nothing half-made', LIMIT, async () => {
  const dataDir = aDataDir()
  const child = aChild(['hold', dataDir])
  await expect.poll(() => existsSync(join(dataDir, 'postgres', 'starting')), { interval: 5, timeout: 20_000 }).toBe(true)
  await killed(child)
  const engine = await start(dataDir)
  expect(await ask(engine, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a long path with blanks and other scripts gets a short private socket', LIMIT, async () => {
  const dataDir = aDataDir({ name: `my data, 火锅 ${'long '.repeat(20)}` })
  const engine = await start(dataDir)
  folders.push(engine.connection.host)
  expect(`${engine.connection.host}/.s.PGSQL.5432`.length).toBeLessThanOrEqual(100)
  const client = new pg.Client({ connectionString: engine.url })
  await client.connect()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
})

test('below a mode-700 folder it starts too; as root the cluster lives elsewhere and DATA_DIR/database says where', LIMIT, async () => {
  const dataDir = aDataDir({ mode: 0o700 })
  const first = await start(dataDir)
  await aTable(first)
  await ask(first, 'insert into kept default values')
  await first.leave()
  const base = isRoot() ? elsewhere(dataDir) : join(dataDir, 'postgres')
  expect(existsSync(join(base, 'cluster', 'PG_VERSION'))).toBe(true)
  expect(existsSync(join(dataDir, 'database'))).toBe(isRoot())
  chmodSync(dirname(dataDir), 0o755)
  expect(await rowsKept(await start(dataDir))).toBe(1)
})

test('binaries that the owner cannot reach are copied, and get their library links', LIMIT, async () => {
  const dataDir = aDataDir()
  const folder = join(dirname(aDataDir({ mode: 0o700 })), 'package')
  cpSync(installedPackage(), folder, { recursive: true, verbatimSymlinks: true, filter: (path) => !/libicu.*\.so(\.60)?$/.test(path) })
  // Who is not root cannot make the links there.
  chmodSync(join(folder, 'native', 'lib'), 0o555)
  const engine = await start(dataDir, folder)
  expect(await ask(engine, 'select 1 as one')).toEqual([{ one: 1 }])
  chmodSync(join(folder, 'native', 'lib'), 0o755)
  const program = readFileSync(`/proc/${postmasterOf(clusterOf(dataDir))}/cmdline`, 'utf8').split('\0')[0]
  expect(program).toContain(isRoot() ? elsewhere(dataDir) : join(dataDir, 'postgres'))
})

test('what an ordinary user made, root may share and start again as that user', LIMIT, async () => {
  const dataDir = aDataDir({ mode: 0o777 })
  const child = aChild(['hold', dataDir], isRoot() ? NOBODY : undefined)
  expect((await hears(child)).error).toBeUndefined()
  const made = statSync(join(dataDir, 'postgres', 'cluster')).uid
  expect(made).toBe(isRoot() ? NOBODY : process.getuid?.())
  const engine = await start(dataDir)
  await killed(child)
  await engine.leave()
  const again = await start(dataDir)
  expect(await rowsKept(again)).toBe(1)
  expect(statSync(`/proc/${postmasterOf(clusterOf(dataDir))}`).uid).toBe(made)
  await again.leave()
  const back = aChild(['cycle', dataDir, '2'], isRoot() ? NOBODY : undefined)
  expect(await hears(back)).toEqual({ done: 2 })
})

test('a folder one may not write is answered with a sentence that says what to do', LIMIT, async () => {
  const dataDir = aDataDir({ mode: 0o555 })
  const said = await hears(aChild(['hold', dataDir], isRoot() ? NOBODY : undefined))
  chmodSync(dirname(dataDir), 0o755)
  expect(said.error).toMatch(/cannot reach or write .*: give it that folder \(chown -R\), or set DATA_DIR to a folder it may write\.$/)
})

test('a pointer to a cluster that is gone is refused instead of starting empty', LIMIT, async () => {
  const dataDir = aDataDir()
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'database'), '/nowhere/at/all\n')
  await expect(start(dataDir)).rejects.toThrow(/says that the database lives in \/nowhere\/at\/all, but it is not there/)
})
