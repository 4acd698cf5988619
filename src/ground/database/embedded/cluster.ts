import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CLEAN_ENV } from './binaries.ts'
import { asOwner, isRoot, notePlace, passwordFor, type Place, writeOwned } from './place.ts'

const run = promisify(execFile)

/** The role that owns the cluster; the application uses `commonplace`, which may not read files or run programs. */
export const SUPERUSER = 'postgres'

/**
 * Makes the cluster when there is none: UTF8, code point order, Unicode upper and lower case on any machine,
 * checksums on every page. Built aside and renamed, so a start that was killed half-way leaves nothing half-made.
 */
export async function makeCluster(native: string, place: Place, secret: string): Promise<void> {
  if (existsSync(place.cluster)) return checkVersion(native, place)
  for (const name of readdirSync(place.base)) if (name.startsWith('cluster-')) rmSync(join(place.base, name), { recursive: true, force: true })
  const draft = join(place.base, `cluster-${randomUUID()}`)
  const passwordFile = join(place.base, `initial-${randomUUID()}`)
  makePrivateFolder(draft, place)
  try {
    writeOwned(passwordFile, passwordFor(secret, SUPERUSER), 0o600, draft)
    await run(join(native, 'bin', 'initdb'), [
      '-D', draft, '-U', SUPERUSER, '--pwfile', passwordFile, '--auth-local=scram-sha-256', '--auth-host=reject',
      '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions',
    ], { cwd: '/', env: CLEAN_ENV, ...asOwner(place) })
    notePlace(place)
    renameSync(draft, place.cluster)
    syncFolder(place.base)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function checkVersion(native: string, place: Place): void {
  const made = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  const have = /libpq\.so\.5\.(\d+)/.exec(readdirSync(join(native, 'lib')).join(' '))?.[1]
  if (have !== undefined && made !== have) throw new Error(`The database in ${place.cluster} was made by PostgreSQL ${made}, this version of Commonplace carries ${have}: go back to the version before, make a backup there, and restore it here into a new DATA_DIR.`)
}

/** Makes a mode-700 folder of the owner, or checks that the one there is just that. */
export function makePrivateFolder(folder: string, { owner }: Place): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
    chmodSync(folder, 0o700)
    if (isRoot()) chownSync(folder, owner.uid, owner.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const found = lstatSync(folder)
    // A killed start may have left it root's.
    if (isRoot() && found.isDirectory() && found.uid === 0) chownSync(folder, owner.uid, owner.gid)
    else if (!found.isDirectory() || found.uid !== owner.uid || (found.mode & 0o077) !== 0) throw new Error(`${folder} is not a private folder of the user ${owner.name}: remove it and start again.`)
  }
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
