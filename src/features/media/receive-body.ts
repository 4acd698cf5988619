import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { beginUpload, type FreeBytes, freeBytesOf, mostBytes, uploadFolder } from './begin-upload.ts'
import { dropMedia } from './queries/leftovers.ts'
import { receiveUpload } from './receive-upload.ts'

/**
 * One picture as the whole body of a request, streamed to disk. For programs and for forms without JavaScript.
 * Throws Refusal `too-large` (by Content-Length before the first byte, else at the first byte too many), `storage-full`, `too-many-uploads`, `unsupported-media`.
 */
export async function receiveBody(ground: Ground, member: Member, request: Request, freeBytes: FreeBytes = freeBytesOf): Promise<MediaId> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  const id = await beginUpload(ground, member, Number.isSafeInteger(announced) ? announced : mostBytes(ground), freeBytes)
  const path = join(uploadFolder(ground), id)
  try {
    if (!request.body) throw new Refusal('unsupported-media')
    await pipeline(Readable.fromWeb(request.body as never), atMost(mostBytes(ground)), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    await ground.db.transaction((tx) => dropMedia(tx, { id }))
    throw error
  }
  await receiveUpload(ground, id, path)
  return id
}

const atMost = (bytes: number) =>
  async function* (parts: AsyncIterable<Buffer>) {
    let seen = 0
    for await (const part of parts) {
      seen += part.length
      if (seen > bytes) throw new Refusal('too-large', { bytes })
      yield part
    }
  }
