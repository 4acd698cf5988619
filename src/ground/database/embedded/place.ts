import { execFile } from 'node:child_process'
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whom the database runs as; PostgreSQL refuses to run as root. */
export interface Owner {
  name: string
  uid: number
  gid: number
}

export interface Place {
  dataDir: string
  /** Holds everything below; owned by whoever made it. */
  base: string
  /** PostgreSQL's own data directory, mode 700, owned by `owner`. */
  cluster: string
  owner: Owner
  /** Where copied binaries go when the installed ones are out of the owner's reach. */
  copies: string
}

export interface Connection {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export const PORT = 5432
/** sun_path holds 107 bytes; some tools count less. */
const LONGEST_SOCKET = 100

export const isRoot = (): boolean => process.getuid?.() === 0

/** Spawn options that make a child run as the owner. */
export const asOwner = ({ owner }: Pick<Place, 'owner'>): { uid?: number; gid?: number } => (isRoot() ? { uid: owner.uid, gid: owner.gid } : {})

/**
 * Decides where the cluster of a DATA_DIR lives and who runs it. `DATA_DIR/database`, once written, is the truth:
 * a changed mode of a parent folder must never make us start an empty cluster beside the old one.
 */
export async function settle(givenDir: string): Promise<Place> {
  mkdirSync(givenDir, { recursive: true })
  const dataDir = realpathSync(givenDir)
  const elsewhere = join('/var/lib/commonplace', createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
  const pointer = join(dataDir, 'database')
  const pointed = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
  let base = pointed || join(dataDir, 'postgres')
  let owner = ownerOf(join(base, 'cluster'))
  if (pointed && !owner)
    throw new Error(
      `${pointer} says that the database lives in ${pointed}, but it is not there: put it back, or remove that file to begin with an empty database.`,
    )
  owner ??= isRoot() ? unprivileged() : myself()
  if (!isRoot() && owner.uid !== process.getuid?.())
    throw new Error(`The database in ${base} belongs to the user ${owner.name}: start Commonplace as ${owner.name} or as root.`)
  if (isRoot() && !existsSync(join(base, 'cluster')) && !(await canEnter(owner, dataDir))) {
    base = elsewhere
    owner = ownerOf(join(base, 'cluster')) ?? owner
  }
  mkdirSync(base, { recursive: true })
  if (!existsSync(join(base, 'cluster')) && isRoot())
    for (const folder of base === elsewhere ? ['/var/lib/commonplace', base] : [base]) chmodSync(folder, 0o755)
  return { dataDir, base, cluster: join(base, 'cluster'), owner, copies: isRoot() ? elsewhere : base }
}

/** Says in `DATA_DIR/database` where a cluster outside of it lives; called before the cluster gets its name. */
export function notePlace({ dataDir, base }: Place): void {
  if (base === join(dataDir, 'postgres')) return
  const draft = join(dataDir, `.database-${randomUUID()}`)
  writeOwned(draft, `${base}\n`, 0o644, dataDir)
  renameSync(draft, join(dataDir, 'database'))
}

function ownerOf(cluster: string): Owner | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false })
  if (!found) return undefined
  if (found.uid === 0) throw new Error(`${cluster} belongs to root, as whom PostgreSQL does not run: give it back with chown -R to the user it belonged to.`)
  return { uid: found.uid, gid: found.gid, name: accounts().find(({ uid }) => uid === found.uid)?.name ?? String(found.uid) }
}

function accounts(): Owner[] {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  return lines.flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))
}

function unprivileged(): Owner {
  const known = accounts()
  const found = known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody')
  if (!found)
    throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody: start Commonplace as an ordinary user.')
  return found
}

function myself(): Owner {
  const uid = process.getuid?.() ?? -1
  return { uid, gid: process.getgid?.() ?? -1, name: accounts().find((account) => account.uid === uid)?.name ?? String(uid) }
}

/** Asks the kernel instead of reading modes: access lists and mounts count too. */
const canEnter = (owner: Owner, folder: string): Promise<boolean> =>
  run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', env: {}, ...asOwner({ owner }) }).then(
    () => true,
    () => false,
  )

/** Writes a new file, on disk when this returns, belonging to whoever owns `beside`. Throws EEXIST. */
export function writeOwned(path: string, text: string, mode: number, beside: string): void {
  const fd = openSync(path, 'wx', mode)
  try {
    writeSync(fd, text)
    const { uid, gid } = statSync(beside)
    if (isRoot()) fchownSync(fd, uid, gid)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** The generated secret of this cluster, made at its first start; file mode 600. */
export function secretOf({ base, cluster }: Place): string {
  const path = join(base, 'password')
  const hasCluster = existsSync(cluster)
  if (!existsSync(path)) {
    if (hasCluster) throw new Error(`The password of the embedded database is missing: put ${path} back from where it was copied or moved to.`)
    const draft = `${path}-${randomUUID()}`
    writeOwned(draft, randomBytes(32).toString('base64url'), 0o600, base)
    try {
      // A link, not a rename: of two first starts one wins and both read the same.
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return readFileSync(path, 'utf8').trim()
}

/** Each role's password follows from the secret, so knowing the application's does not give the superuser's. */
export const passwordFor = (secret: string, role: string): string => createHmac('sha256', secret).update(`role:${role}`).digest('base64url')

/** A private folder whose socket path fits; the same at each start, since pools keep the address over a restart. */
export function socketFolder({ base }: Place, secret: string): string {
  const near = join(base, 'run')
  const fits = /^[\w./-]+$/.test(near) && `${near}/.s.PGSQL.${PORT}`.length <= LONGEST_SOCKET
  return fits ? near : `/tmp/commonplace-${createHmac('sha256', secret).update('socket').digest('hex').slice(0, 16)}`
}
