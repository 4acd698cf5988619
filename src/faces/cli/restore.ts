import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import tar from 'tar-stream'
import { hasAdmin, memberIds } from '#features/people/index.ts'
import { openRestoring, openSnapshot, type Restoring } from '#ground/database/snapshot.ts'
import type { OpenGround } from '#ground/open.ts'
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

/** Throws Refusal `not-empty`, `backup-newer`, `backup-broken` (with the first difference). */
export async function restore(ground: OpenGround, file: string, bar: Progress): Promise<Manifest> {
  if ((await hasAdmin(ground.db.q)) || (await memberIds(ground.db.q, null, 1)).length > 0) throw new Refusal('not-empty')
  const restoring = await openRestoring(ground.db.connection)
  let manifest: Manifest | undefined
  let jobs: Job[] = []
  try {
    const shapes = new Map((await restoring.tables()).map((table) => [table.name, table]))
    const tables = [...shapes.keys()].filter((name) => !leftOut(name))
    bar.total(tables.length)
    await restoring.empty(tables)
    const extract = tar.extract()
    const fed = pipeline(createReadStream(file), extract)
    // A cut file fails here and in the loop below, which says so.
    fed.catch(() => {})
    for await (const entry of extract) {
      const { name } = entry.header
      if (name === 'manifest.json') manifest = JSON.parse(await text(entry)) as Manifest
      else if (name === 'jobs.jsonl')
        jobs = (await text(entry))
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Job)
      else if (name.startsWith('tables/')) {
        const table = shapes.get(name.slice('tables/'.length, -'.copy'.length))
        if (!table) throw new Refusal('backup-newer')
        await pipeline(entry, restoring.copyIn(table))
        bar.step()
      } else if (name.startsWith('media/'))
        await ground.storage.put(name.slice('media/'.length), await bytesOf(entry as AsyncIterable<Uint8Array>), mediaTypeOf(name))
      else entry.resume()
    }
    await fed
    if (!manifest) throw new Refusal('backup-broken', { difference: 'manifest.json is missing' })
    await compareMigrations(restoring, manifest)
    await restoring.resetCounters()
    await restoring.commit()
  } finally {
    await restoring.close()
  }
  const found = await measure(ground, manifest)
  const different = difference(manifest, found)
  if (different) throw new Refusal('backup-broken', { difference: different })
  await ground.db.transaction(async (tx) => {
    for (const job of jobs) await ground.jobs.enqueue(tx, job.name, job.data, job.key ? { key: job.key } : {})
  })
  bar.end()
  return manifest
}

/** A backup of an older version is restored by that version and then upgraded; a newer one is refused. */
async function compareMigrations(restoring: Restoring, manifest: Manifest): Promise<void> {
  const ours = await migrationsOf(restoring)
  for (const [feature, names] of Object.entries(manifest.migrations)) {
    if (names.some((name) => !ours[feature]?.includes(name))) throw new Refusal('backup-newer')
    if ((ours[feature]?.length ?? 0) > names.length) throw new Refusal('backup-older', { feature })
  }
}

/** The manifest of what stands now, counted anew from the tables and files. */
export async function measure(ground: OpenGround, like: Manifest): Promise<Manifest> {
  const snapshot = await openSnapshot(ground.db.connection)
  try {
    const manifest: Manifest = { ...like, migrations: await migrationsOf(snapshot), tables: {}, blobs: {} }
    for (const table of (await snapshot.tables()).filter(({ name }) => !leftOut(name))) {
      const counted = meter()
      counted.resume()
      await pipeline(snapshot.copyOut(table), counted)
      const { rows, sha256 } = counted.result()
      manifest.tables[table.name] = { rows, sha256 }
    }
    for await (const key of ground.storage.list()) {
      const found = await ground.storage.get(key)
      if (!found) continue
      const counted = meter()
      counted.resume()
      await pipeline(Readable.fromWeb(found.stream as never), counted)
      const { bytes, sha256 } = counted.result()
      manifest.blobs[key] = { bytes, sha256 }
    }
    return manifest
  } finally {
    await snapshot.close()
  }
}

async function bytesOf(entry: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of entry) parts.push(part)
  return Buffer.concat(parts)
}

const mediaTypeOf = (name: string): string =>
  ({ webp: 'image/webp', avif: 'image/avif', jpg: 'image/jpeg', png: 'image/png' })[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
