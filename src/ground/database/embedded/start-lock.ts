import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { writeOwned } from './place.ts'

const ASK_AGAIN_MS = 25
const SAY_SO_AFTER_MS = 3_000

/**
 * Runs `work` while no other process does so under the same file. A lock whose process is dead is taken over.
 * It keeps starters from doing the work twice; that two postmasters never share a cluster is PostgreSQL's own lock.
 */
export async function whileHolding<T>(path: string, beside: string, log: (message: string, facts?: object) => void, work: () => Promise<T>): Promise<T> {
  const mine = `${identity(process.pid)} ${randomUUID()}`
  let waited = 0
  while (!take(path, beside, mine)) {
    await pause(ASK_AGAIN_MS)
    waited += ASK_AGAIN_MS
    if (waited === SAY_SO_AFTER_MS) log('another process is starting the database; waiting for it', { lock: path, holder: contents(path) })
  }
  try {
    return await work()
  } finally {
    if (contents(path) === mine) rmSync(path, { force: true })
  }
}

function take(path: string, beside: string, mine: string): boolean {
  const draft = `${path}-${randomUUID()}`
  writeOwned(draft, mine, 0o600, beside)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    removeStale(path)
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function removeStale(path: string): void {
  const seen = contents(path)
  if (seen === undefined || isAlive(seen)) return
  const aside = `${path}-${randomUUID()}`
  try {
    renameSync(path, aside)
    // Between reading and renaming another may have taken over: give a live lock back.
    if (contents(aside) !== seen) linkSync(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function contents(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(holder: string): boolean {
  const now = identity(Number(holder.split(' ')[0]))
  return now !== undefined && holder.startsWith(`${now} `)
}

/** Process number, start and boot: a number alone is given out again, soonest in a container. */
function identity(pid: number): string | undefined {
  try {
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (state === 'Z') return undefined
    return `${pid} ${rest[18]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return undefined
  }
}
