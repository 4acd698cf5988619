import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Ground } from '#ground/feature.ts'
import type { MediaId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { uploadFolder } from './begin-upload.ts'
import { type Decoders, decodersOf } from './decode/decoders.ts'
import './events.ts'
import { blobKey, incomingKey, type Quality } from './picture.ts'
import { noteStored } from './queries/leftovers.ts'
import { beginTry, type Finished, lockHash, type MediaRow, markFailed, markReady, readyTwin } from './queries/media.ts'

/** A picture that ended its decoder this often is given up. */
const MOST_TRIES = 3

/**
 * Decodes what was uploaded and makes it ready, or failed with a reason. Idempotent.
 * Throws DecoderDied when the decoder ended before it answered, to be called again.
 */
export async function processMedia(ground: Ground, mediaId: MediaId, decoders: Decoders = decodersOf(ground)): Promise<void> {
  const row = await beginTry(ground.db.q, mediaId)
  if (!row?.hash || !row.mediaType) return
  if (row.tries > MOST_TRIES) return fail(ground, mediaId, 'picture-too-hard')
  if (await useTwin(ground, row)) return clear(ground, mediaId)
  const path = join(uploadFolder(ground), `decode-${ground.ids.next()}`)
  try {
    if (!(await fetchUpload(ground, mediaId, path))) return await fail(ground, mediaId, 'picture-broken')
    await makeReady(ground, row as MediaRow & { hash: string; mediaType: string }, path, 'full', decoders)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await fail(ground, mediaId, error.code)
  } finally {
    await rm(path, { force: true })
  }
  await clear(ground, mediaId)
}

/** Decodes the file at `path`, stores every form of it and marks the row. Throws Refusal for a bad picture, DecoderDied. */
export async function makeReady(
  ground: Ground,
  row: { id: MediaId; hash: string; mediaType: string },
  path: string,
  quality: Quality,
  decoders: Decoders,
): Promise<void> {
  const { variants, ...facts } = await decoders.decode({ path, type: row.mediaType, quality })
  for (const { name, type, data } of variants) {
    await ground.storage.put(blobKey(row.hash, name), data, type)
    ground.metrics.mediaBytes.inc({ kind: 'variant' }, data.length)
  }
  await finish(ground, row, { ...facts, variants: variants.map(({ data: _, ...variant }) => variant) })
}

/** Equal bytes were decoded before: their files serve this picture too. */
export async function useTwin(ground: Ground, { id, hash }: { id: MediaId; hash: string | null }): Promise<boolean> {
  const twin = hash ? await readyTwin(ground.db.q, hash) : undefined
  if (hash && twin) await finish(ground, { id, hash }, twin)
  return twin !== undefined
}

async function finish(ground: Ground, { id, hash }: { id: MediaId; hash: string }, facts: Finished): Promise<void> {
  await ground.db.transaction(async (tx) => {
    await lockHash(tx, hash)
    const row = await markReady(tx, id, facts)
    if (!row) return noteStored(tx, { id, hash, variants: facts.variants })
    await ground.outbox.announce(tx, 'media.ready', { mediaId: id, subjectKind: row.subject?.kind ?? null, subjectId: row.subject?.id ?? null }, id)
    await ground.live.tell(tx, row.ownerId, { kind: 'media', data: { mediaId: id, state: 'ready' } })
  })
}

async function fail(ground: Ground, id: MediaId, reason: string): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const row = await markFailed(tx, id, reason)
    if (!row) return
    await ground.outbox.announce(tx, 'media.failed', { mediaId: id, subjectKind: row.subject?.kind ?? null, subjectId: row.subject?.id ?? null, reason }, id)
    await ground.live.tell(tx, row.ownerId, { kind: 'media', data: { mediaId: id, state: 'failed' } })
  })
  await clear(ground, id)
}

const clear = ({ storage }: Ground, id: MediaId): Promise<void> => storage.remove(incomingKey(id))

/** The decoder reads a local file; with a bucket the upload has to come back first. */
async function fetchUpload(ground: Ground, id: MediaId, path: string): Promise<boolean> {
  const found = await ground.storage.get(incomingKey(id))
  if (!found) return false
  await mkdir(uploadFolder(ground), { recursive: true, mode: 0o700 })
  await pipeline(Readable.fromWeb(found.stream as never), createWriteStream(path, { mode: 0o600 }))
  return true
}
