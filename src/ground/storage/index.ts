import { createReadStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import type { Config } from '#ground/config/index.ts'

/** Where media live: a folder or a bucket. Keys are made by us (`ab/cdef…`), never taken from a name that somebody sent. */
export interface Storage {
  put(key: string, data: Uint8Array, mediaType: string): Promise<void>
  /** Moves or streams a finished local file in. */
  putFile(key: string, path: string, mediaType: string): Promise<void>
  /** Null when there is no such key; throws when the place itself does not answer. */
  get(key: string): Promise<{ stream: ReadableStream<Uint8Array>; length: number } | null>
  bytes(key: string): Promise<Uint8Array>
  exists(key: string): Promise<boolean>
  remove(key: string): Promise<void>
  /** Every key, for backup and clean-up. */
  list(): AsyncIterable<string>
}

export async function openStorage(config: Config): Promise<Storage> {
  const root = join(config.dataDir, 'media')
  const local = !config.MEDIA_S3_ENDPOINT
  if (local) await mkdir(root, { recursive: true, mode: 0o700 })
  const disk = new Disk(
    local
      ? new FSDriver({ location: root, visibility: 'private' })
      : new S3Driver({
          credentials: { accessKeyId: config.MEDIA_S3_KEY ?? '', secretAccessKey: config.MEDIA_S3_SECRET ?? '' },
          endpoint: config.MEDIA_S3_ENDPOINT ?? '',
          region: config.MEDIA_S3_REGION,
          bucket: config.MEDIA_S3_BUCKET ?? '',
          forcePathStyle: true,
          visibility: 'private',
          supportsACL: false,
          // Checksums at the end of a chunked body are newer than many S3-compatible servers, which would store them as data.
          requestChecksumCalculation: 'WHEN_REQUIRED',
        }),
  )
  return {
    async put(key, data, mediaType) {
      await disk.put(key, data, { contentType: mediaType })
    },
    async putFile(key, path, mediaType) {
      if (local) {
        const target = join(root, key)
        await mkdir(join(target, '..'), { recursive: true })
        await rename(path, target).catch(() => disk.copyFromFs(path, key))
      } else await disk.putStream(key, createReadStream(path), { contentType: mediaType })
    },
    async get(key) {
      try {
        const { contentLength } = await disk.getMetaData(key)
        const stream = Readable.toWeb(await disk.getStream(key)) as ReadableStream<Uint8Array>
        return { stream, length: contentLength }
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    bytes: (key) => disk.getBytes(key),
    exists: (key) => disk.exists(key),
    remove: (key) => disk.delete(key),
    async *list() {
      let paginationToken: string | undefined
      do {
        const page = await disk.listAll('', { recursive: true, ...(paginationToken ? { paginationToken } : {}) })
        for (const entry of page.objects) if (entry.isFile) yield entry.key
        paginationToken = page.paginationToken
      } while (paginationToken)
    },
  }
}

/** The driver wraps what the folder or the bucket said. */
function isMissing(error: unknown): boolean {
  const { code, name, $metadata, cause } = error as { code?: string; name?: string; $metadata?: { httpStatusCode?: number }; cause?: unknown }
  return code === 'ENOENT' || name === 'NoSuchKey' || $metadata?.httpStatusCode === 404 || (cause !== undefined && isMissing(cause))
}

/** Below this the place refuses uploads (507) and goes on reading (security U4). */
export const LOW_WATER_BYTES = 512 * 1024 * 1024
