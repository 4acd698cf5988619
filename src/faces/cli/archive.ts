import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MigrationNames } from '#ground/database/migrate.ts'
import type { Snapshot } from '#ground/database/snapshot.ts'

/** What a backup holds, and what a restored place must give again. */
export interface Manifest {
  format: 1
  createdAt: string
  migrations: MigrationNames
  tables: Record<string, { rows: number; sha256: string }>
  blobs: Record<string, { bytes: number; sha256: string }>
  jobs: number
}

/** Tables that stay out: sessions, counts and marks that are soon forgotten end with the machine; migration tables are written by migrating. */
export const leftOut = (table: string): boolean =>
  ['sessions', 'challenges', 'sign_in_tries', 'member_origins', 'promise_marks', 'promise_readers', 'feed_voices', 'migrations_lock'].includes(table) ||
  table.startsWith('migrations_')

/** Passes bytes through, counting lines (COPY escapes line breaks inside values) and bytes, and hashing. */
export function meter(): Transform & { result(): { rows: number; bytes: number; sha256: string } } {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1
      done(null, chunk)
    },
  })
  return Object.assign(through, { result: () => ({ rows, bytes, sha256: hash.digest('hex') }) })
}

export async function spool(source: NodeJS.ReadableStream, path: string): Promise<{ rows: number; bytes: number; sha256: string }> {
  const counted = meter()
  await pipeline(source, counted, createWriteStream(path))
  return counted.result()
}

/** The first difference between two manifests in words, or null. Times and open jobs do not count. */
export function difference(a: Manifest, b: Manifest): string | null {
  for (const part of ['migrations', 'tables', 'blobs'] as const) {
    for (const name of new Set([...Object.keys(a[part]), ...Object.keys(b[part])])) {
      if (JSON.stringify(a[part][name]) !== JSON.stringify(b[part][name]))
        return `${part} ${name}: ${JSON.stringify(a[part][name])} is not ${JSON.stringify(b[part][name])}`
    }
  }
  return null
}

/** The migrations that stand in a database, in order. */
export async function migrationsOf(snapshot: Pick<Snapshot, 'rows' | 'tables'>): Promise<MigrationNames> {
  const found: MigrationNames = {}
  for (const { name } of await snapshot.tables()) {
    if (!name.startsWith('migrations_') || name === 'migrations_lock') continue
    found[name.slice('migrations_'.length)] = (await snapshot.rows<{ name: string }>(`select name from "${name}" order by name`)).map((row) => row.name)
  }
  return found
}
