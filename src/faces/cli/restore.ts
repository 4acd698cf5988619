import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import tar from 'tar-stream'
import { hasAdmin, memberIds } from '#features/people/index.ts'
import { type Migrations, migrate, tableWord } from '#ground/database/migrate.ts'
import { openRestoring, type Restoring, type Snapshot } from '#ground/database/snapshot.ts'
import { allMigrations, type OpenGround } from '#ground/open.ts'
import type { Storage } from '#ground/storage/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { difference, leftOut, type Manifest, meter, migrationsOf } from './archive.ts'
import { withGround } from './house.ts'
import { type Progress, print, progress } from './say.ts'

export const restoreCommand = new Command('restore')
  .description('Fill an empty place from a backup, and compare')
  .argument('<file>')
  .option('--json')
  .action(async (file: string, options: { json?: boolean }) => {
    const manifest = await withGround((ground) => restore(ground, file, progress('Restore')))
    print(
      { equal: true, manifest },
      options,
      `Restored, and equal to the backup: ${Object.keys(manifest.tables).length} tables, ${Object.keys(manifest.blobs).length} files.`,
    )
  })

interface Job {
  name: string
  data: object
  key: string | null
}

/**
 * Fills an empty place: brings it to the state of migrations that the backup was made in, copies, compares, and runs the migrations
 * that came since; all of it or nothing. Throws Refusal `not-empty`, `backup-newer`, `backup-broken` (with the first difference).
 */
export async function restore(ground: OpenGround, file: string, bar: Progress): Promise<Manifest> {
  if ((await hasAdmin(ground.db.q)) || (await memberIds(ground.db.q, null, 1)).length > 0) throw new Refusal('not-empty')
  const manifest = await manifestOf(file)
  const all = allMigrations(ground.house.features)
  checkKnown(manifest, all)
  const restoring = await openRestoring(ground.db.connection)
  let jobs: Job[] = []
  try {
    await restoring.drop((await restoring.tables()).map(({ name }) => name))
    await migrate(restoring.tx, all, manifest.migrations)
    jobs = await fill(ground, restoring, file, bar)
    const different = difference(manifest, await measure(restoring, ground.storage, manifest))
    if (different) throw new Refusal('backup-broken', { difference: different })
    await restoring.resetCounters()
    await migrate(restoring.tx, all)
    await restoring.commit()
  } finally {
    await restoring.close()
  }
  const known = new Set(ground.allJobs.map(({ name }) => name))
  await ground.db.transaction(async (tx) => {
    for (const job of jobs) if (known.has(job.name)) await ground.jobs.enqueue(tx, job.name, job.data, job.key ? { key: job.key } : {})
  })
  bar.end()
  return manifest
}

/** The last entry of the file; reading so far shows too that the file is whole. */
async function manifestOf(file: string): Promise<Manifest> {
  let manifest: Manifest | undefined
  await entriesOf(file, async (name, entry) => {
    if (name === 'manifest.json') manifest = JSON.parse(await text(entry)) as Manifest
  })
  if (!manifest) throw new Refusal('backup-broken', { difference: 'manifest.json is missing' })
  return manifest
}

function checkKnown({ migrations }: Manifest, all: Migrations[]): void {
  const ours = new Map(all.map((one) => [tableWord(one.name), one.migrations]))
  for (const [feature, names] of Object.entries(migrations)) if (names.some((name) => !ours.get(feature)?.[name])) throw new Refusal('backup-newer')
}

/** Copies tables and media in; answers the jobs that waited. */
async function fill(ground: OpenGround, restoring: Restoring, file: string, bar: Progress): Promise<Job[]> {
  const shapes = new Map((await restoring.tables()).map((table) => [table.name, table]))
  const tables = [...shapes.keys()].filter((name) => !leftOut(name))
  bar.total(tables.length)
  // Some migrations bring rows of their own.
  await restoring.empty(tables)
  let jobs: Job[] = []
  await entriesOf(file, async (name, entry) => {
    if (name === 'jobs.jsonl')
      jobs = (await text(entry))
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Job)
    else if (name.startsWith('tables/')) {
      const table = shapes.get(name.slice('tables/'.length, -'.copy'.length))
      if (!table) throw new Refusal('backup-newer')
      await pipeline(entry, restoring.copyIn(table))
      bar.step()
    } else if (name.startsWith('media/')) await ground.storage.put(name.slice('media/'.length), await bytesOf(entry), mediaTypeOf(name))
  })
  return jobs
}

/** Calls `take` with each entry of the tar file in turn; what it leaves is skipped. Throws when the file is cut. */
async function entriesOf(file: string, take: (name: string, entry: AsyncIterable<Uint8Array>) => Promise<void>): Promise<void> {
  const extract = tar.extract()
  const fed = pipeline(createReadStream(file), extract)
  // A cut file fails here and in the loop below, which says so.
  fed.catch(() => {})
  for await (const entry of extract) {
    await take(entry.header.name, entry as AsyncIterable<Uint8Array>)
    entry.resume()
  }
  await fed
}

/** The manifest of what stands now, counted anew from the tables and files. */
export async function measure(snapshot: Snapshot, storage: Storage, like: Manifest): Promise<Manifest> {
  const manifest: Manifest = { ...like, migrations: await migrationsOf(snapshot), tables: {}, blobs: {} }
  for (const table of (await snapshot.tables()).filter(({ name }) => !leftOut(name))) {
    const counted = meter()
    counted.resume()
    await pipeline(snapshot.copyOut(table), counted)
    const { rows, sha256 } = counted.result()
    manifest.tables[table.name] = { rows, sha256 }
  }
  for await (const key of storage.list()) {
    const found = await storage.get(key)
    if (!found) continue
    const counted = meter()
    counted.resume()
    await pipeline(Readable.fromWeb(found.stream as never), counted)
    const { bytes, sha256 } = counted.result()
    manifest.blobs[key] = { bytes, sha256 }
  }
  return manifest
}

async function bytesOf(entry: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of entry) parts.push(part)
  return Buffer.concat(parts)
}

const mediaTypeOf = (name: string): string =>
  ({ webp: 'image/webp', avif: 'image/avif', jpg: 'image/jpeg', png: 'image/png' })[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
