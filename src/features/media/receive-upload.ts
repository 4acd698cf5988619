import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Ground } from '#ground/feature.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { incomingKey } from './picture.ts'
import { dropMedia } from './queries/leftovers.ts'
import { lockHash, markChecked } from './queries/media.ts'
import { typeOfFile } from './sniff.ts'

export const PROCESS = 'media.process'

/**
 * All bytes of an upload lie at `path`: looks at their type, keeps them until decoded and asks for that.
 * On disk when it returns (security R1); the file at `path` is gone either way. Throws Refusal `unsupported-media`, then the row is gone too.
 */
export async function receiveUpload(ground: Ground, id: MediaId, path: string): Promise<void> {
  try {
    const mediaType = await typeOfFile(path)
    const { hash, bytes } = await hashAndSync(path)
    await ground.storage.putFile(incomingKey(id), path, mediaType)
    const known = await ground.db.transaction(async (tx) => {
      await lockHash(tx, hash)
      if (!(await markChecked(tx, id, { hash, mediaType, bytes }))) return false
      await ground.jobs.enqueue(tx, PROCESS, { mediaId: id })
      return true
    })
    if (!known) {
      await ground.storage.remove(incomingKey(id))
      throw notFound()
    }
    ground.metrics.mediaBytes.inc({ kind: 'upload' }, bytes)
  } catch (error) {
    if (error instanceof Refusal) await ground.db.transaction((tx) => dropMedia(tx, { id }))
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

/** SHA-256 (hex) and size of a file; makes sure it is on the disk. */
export async function hashAndSync(path: string): Promise<{ hash: string; bytes: number }> {
  const sum = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (parts) => {
    for await (const part of parts as AsyncIterable<Buffer>) {
      bytes += part.length
      sum.update(part)
    }
  })
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
  return { hash: sum.digest('hex'), bytes }
}
