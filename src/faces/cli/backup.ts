import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import tar from 'tar-stream'
import { openSnapshot, type Snapshot } from '#ground/database/snapshot.ts'
import type { OpenGround } from '#ground/open.ts'
import { leftOut, type Manifest, meter, migrationsOf, spool } from './archive.ts'
import { withGround } from './house.ts'
import { type Progress, print, progress } from './say.ts'

export const backupCommand = new Command('backup')
  .description('Write everything to one tar file, while the place is running')
  .argument('<file>')
  .option('--json')
  .action(async (file: string, options: { json?: boolean }) => {
    const manifest = await withGround((ground) => backup(ground, file, progress('Backup')))
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    print(manifest, options, `${file}: ${rows} rows of ${Object.keys(manifest.tables).length} tables, ${Object.keys(manifest.blobs).length} files.`)
  })

/** One consistent view of the database, then the media it names; the file appears only when it is whole. */
export async function backup(ground: OpenGround, file: string, bar: Progress): Promise<Manifest> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-backup-'))
  const snapshot = await openSnapshot(ground.db.connection)
  const pack = tar.pack()
  const partial = `${file}.part`
  const written = pipeline(pack, createWriteStream(partial, { mode: 0o600 }))
  try {
    const manifest: Manifest = {
      format: 1,
      createdAt: ground.clock.now().toISOString(),
      migrations: await migrationsOf(snapshot),
      tables: {},
      blobs: {},
      jobs: 0,
    }
    const tables = (await snapshot.tables()).filter(({ name }) => !leftOut(name))
    bar.total(tables.length)
    for (const table of tables) {
      const path = join(folder, table.name)
      const { rows, bytes, sha256 } = await spool(snapshot.copyOut(table), path)
      manifest.tables[table.name] = { rows, sha256 }
      await addFile(pack, `tables/${table.name}.copy`, bytes, createReadStream(path))
      await rm(path)
      bar.step()
    }
    manifest.jobs = await addJobs(pack, snapshot)
    for await (const key of ground.storage.list()) {
      const found = await ground.storage.get(key)
      // A file that went while we walked belongs to nothing in this snapshot any more.
      if (!found) continue
      const counted = meter()
      await addFile(pack, `media/${key}`, found.length, Readable.fromWeb(found.stream as never).pipe(counted))
      const { bytes, sha256 } = counted.result()
      manifest.blobs[key] = { bytes, sha256 }
    }
    const text = JSON.stringify(manifest, null, 1)
    await addFile(pack, 'manifest.json', Buffer.byteLength(text), Readable.from([Buffer.from(text)]))
    pack.finalize()
    await written
    await rename(partial, file)
    bar.end()
    return manifest
  } catch (error) {
    pack.destroy()
    await written.catch(() => {})
    await rm(partial, { force: true })
    throw error
  } finally {
    await snapshot.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function addFile(pack: tar.Pack, name: string, size: number, source: Readable): Promise<void> {
  await pipeline(source, pack.entry({ name, size, mode: 0o600 }))
}

/** What the queue still owed: it is enqueued again after a restore, every job being idempotent. */
async function addJobs(pack: tar.Pack, snapshot: Snapshot): Promise<number> {
  const jobs = await snapshot.rows<{ name: string; data: object; key: string | null }>(
    "select name, data, singleton_key as key from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%' and name not like '%.dead' order by created_on, id",
  )
  const text = jobs.map((job) => JSON.stringify(job)).join('\n')
  await addFile(pack, 'jobs.jsonl', Buffer.byteLength(text), Readable.from([Buffer.from(text)]))
  return jobs.length
}
