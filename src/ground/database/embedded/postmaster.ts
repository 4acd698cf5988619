import { spawn } from 'node:child_process'
import { closeSync, constants, fchmodSync, fchownSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Binaries, CLEAN_ENV } from './binaries.ts'
import { asOwner, isRoot, type Place, PORT } from './place.ts'

const ASK_AGAIN_MS = 20
const LOG_BEHIND_MS = 150

/** For a small machine; on the command line, so that a new release changes them without touching the cluster. */
const settings = (sockets: string): Record<string, string> => ({
  listen_addresses: '',
  port: String(PORT),
  unix_socket_directories: sockets,
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: `${Math.max(256, Math.round(totalmem() / 2 ** 21))}MB`,
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A week of files, one a weekday. Neither statements nor key values: they hold what members wrote.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
})

export interface Started {
  /** Set once the process we started has ended: what it said. */
  ended?: string
}

/** Starts a postmaster in a session of its own: a Ctrl-C in our terminal must not reach it before we are done. */
export function spawnPostmaster({ native }: Binaries, place: Place, sockets: string): Started {
  const report = join(place.base, 'start.log')
  const fd = openReport(report, place)
  try {
    const flags = Object.entries(settings(sockets)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', place.cluster, ...flags], {
      cwd: '/',
      env: CLEAN_ENV,
      detached: true,
      stdio: ['ignore', fd, fd],
      ...asOwner(place),
    })
    const started: Started = {}
    child.on('error', (error) => {
      started.ended = error.message
    })
    child.on('exit', async (_code, killedBy) => {
      // The process that writes the log is a little behind.
      await pause(LOG_BEHIND_MS)
      started.ended = killedBy ? `killed by ${killedBy}` : `${textOf(report)}\n${logged(place)}`
    })
    child.unref()
    return started
  } finally {
    closeSync(fd)
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function openReport(path: string, place: Place): number {
  rmSync(path, { force: true })
  const fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND, 0o600)
  const { uid, gid } = statSync(place.base)
  fchmodSync(fd, 0o600)
  if (isRoot()) fchownSync(fd, uid, gid)
  return fd
}

/** The end of the newest log file, for the case that the reason is there. */
function logged({ cluster }: Place): string {
  try {
    const folder = join(cluster, 'log')
    const [newest] = readdirSync(folder)
      .map((name) => join(folder, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    const thisStart = newest ? textOf(newest).split('starting PostgreSQL').at(-1) : ''
    return (thisStart ?? '')
      .split('\n')
      .filter((line) => /FATAL|PANIC/.test(line))
      .join('\n')
  } catch {
    return ''
  }
}

/** Process number of the postmaster that serves this cluster; undefined when none lives, whatever a stale file says. */
export function postmasterOf(cluster: string): number | undefined {
  const pid = Number(textOf(join(cluster, 'postmaster.pid')).split('\n')[0])
  return pid > 0 && servesAs(pid, cluster) ? pid : undefined
}

const commandLine = (pid: number): string[] => textOf(`/proc/${pid}/cmdline`).split('\0')

/** A reused process number or a zombie does not pass. */
function servesAs(pid: number, cluster: string): boolean {
  const [program = '', flag, folder] = commandLine(pid)
  return program.endsWith('/postgres') && flag === '-D' && folder === cluster
}

/** Server processes of this cluster other than the postmaster: they run in its folder under a title of their own. */
function childrenOf(cluster: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === cluster && (commandLine(pid)[0] ?? '').startsWith('postgres: ')
      } catch {
        return false
      }
    })
}

/**
 * After a postmaster was killed: waits for its children, which leave by themselves, and ends those that do not
 * (a backend in a long calculation notices late). PostgreSQL refuses to start while one lives. Then removes the
 * stale process file and the socket's, whose number may by now be another's or a zombie's, which PostgreSQL would
 * take for a living server. Takes ≤ 4 s.
 */
export async function clearAway(cluster: string, sockets: string): Promise<void> {
  for (let waited = 0; waited < 4_000; waited += ASK_AGAIN_MS) {
    const left = childrenOf(cluster)
    if (postmasterOf(cluster) !== undefined) return
    if (left.length === 0) break
    if (waited === 600) for (const pid of left) signal(pid, 'SIGQUIT')
    if (waited === 1_600) for (const pid of left) signal(pid, 'SIGKILL')
    await pause(ASK_AGAIN_MS)
  }
  if (postmasterOf(cluster) !== undefined) return
  for (const path of [join(cluster, 'postmaster.pid'), join(sockets, `.s.PGSQL.${PORT}.lock`)]) rmSync(path, { force: true })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Fast shutdown (SIGINT): open transactions are rolled back, all is written. True when it has ended in time. */
export async function stopPostmaster(pid: number, cluster: string, limitMs: number): Promise<boolean> {
  if (servesAs(pid, cluster)) signal(pid, 'SIGINT')
  for (let waited = 0; waited < limitMs; waited += ASK_AGAIN_MS) {
    if (!servesAs(pid, cluster)) return true
    await pause(ASK_AGAIN_MS)
  }
  return false
}
