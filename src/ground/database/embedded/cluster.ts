import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, CLEAN_ENV } from './binaries.ts'
import { asOwner, isRoot, notePlace, type Place, passwordFor, writeOwned } from './place.ts'

const run = promisify(execFile)

/** The role that owns the cluster; the application uses `commonplace`, which may not read files or run programs. */
export const SUPERUSER = 'postgres'

/** Bytes: an empty cluster takes 60 MB with its first log. */
const ROOM_NEEDED = 100 * 2 ** 20

/**
 * Makes the cluster when there is none: UTF8, code point order, Unicode upper and lower case on any machine,
 * checksums on every page. Built aside and renamed, so a start that was killed half-way leaves nothing half-made.
 */
export async function makeCluster({ native, major }: Binaries, place: Place, secret: string): Promise<void> {
  if (existsSync(place.cluster)) return checkVersion(major, place)
  removeDrafts(place.base)
  // initdb on a full disk ends in a PANIC that does not say why.
  const { bavail, bsize } = statfsSync(place.base)
  if (bavail * bsize < ROOM_NEEDED) throw Object.assign(new Error('a new database needs 100 MB'), { code: 'ENOSPC' })
  const draft = join(place.base, `cluster-${randomUUID()}`)
  const passwordFile = join(place.base, `initial-${randomUUID()}`)
  makePrivateFolder(draft, place)
  try {
    writeOwned(passwordFile, passwordFor(secret, SUPERUSER), 0o600, draft)
    await run(
      join(native, 'bin', 'initdb'),
      [
        '-D',
        draft,
        '-U',
        SUPERUSER,
        '--pwfile',
        passwordFile,
        '--auth-local=scram-sha-256',
        '--auth-host=reject',
        '-E',
        'UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      { cwd: '/', env: CLEAN_ENV, ...asOwner(place) },
    )
    notePlace(place)
    renameSync(draft, place.cluster)
    syncFolder(place.base)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function removeDrafts(base: string): void {
  for (const name of readdirSync(base)) {
    if (!/^(cluster|initial)-/.test(name)) continue
    try {
      rmSync(join(base, name), { recursive: true, force: true })
    } catch {
      // An initdb whose starter was killed still writes there; the next first start removes it.
    }
  }
}

function checkVersion(major: string, { cluster }: Place): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== major)
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${made}, and this version of Commonplace carries ${major}: make a backup with the version before, and restore it with this one into a new DATA_DIR.`,
    )
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
    else if (!found.isDirectory() || found.uid !== owner.uid || (found.mode & 0o077) !== 0)
      throw new Error(`${folder} is not a private folder of the user ${owner.name}: remove it and start again.`)
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
