import { mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { LOW_WATER_BYTES } from '#ground/storage/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { limits } from './picture.ts'
import { insertMedia, unfinishedOf } from './queries/media.ts'

/** Bytes free where uploads land. */
export type FreeBytes = (folder: string) => Promise<number>

export const freeBytesOf: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export const uploadFolder = ({ config }: Pick<Ground, 'config'>): string => join(config.dataDir, 'uploads')
export const mostBytes = ({ config }: Pick<Ground, 'config'>): number => config.MEDIA_MAX_MEGABYTES * 1024 * 1024

/**
 * Makes room for one picture of `bytes` (as announced; the most when unknown). Its id is the upload's id too.
 * Throws Refusal `too-large`, `storage-full` (disk below the low-water mark) or `too-many-uploads` (this member's unfinished ones).
 */
export async function beginUpload(ground: Ground, member: Member, bytes: number, freeBytes: FreeBytes = freeBytesOf): Promise<MediaId> {
  if (bytes > mostBytes(ground)) throw new Refusal('too-large', { bytes: mostBytes(ground) })
  const folder = uploadFolder(ground)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await freeBytes(folder)) - bytes < LOW_WATER_BYTES) throw new Refusal('storage-full')
  const open = await unfinishedOf(ground.db.q, member.id)
  if (open.count >= limits.unfinishedUploads || open.bytes + bytes > limits.unfinishedBytes) throw new Refusal('too-many-uploads')
  const id = ground.ids.next<MediaId>()
  await insertMedia(ground.db.q, { id, ownerId: member.id, state: 'uploading', bytes, at: ground.clock.now() })
  return id
}
