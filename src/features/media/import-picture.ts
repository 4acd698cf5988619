import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ground } from '#ground/feature.ts'
import { type ActorId, contentHash, type MediaId } from '#ground/ids/index.ts'
import { uploadFolder } from './begin-upload.ts'
import { decodersOf } from './decode/decoders.ts'
import { checkAlt, checkFocal, type Focal } from './picture.ts'
import { makeReady, useTwin } from './process-media.ts'
import { dropMedia } from './queries/leftovers.ts'
import { insertMedia, lockHash } from './queries/media.ts'
import { typeOfBytes } from './sniff.ts'

/**
 * A picture that the house itself has in hand (demo world, importers): through the same limited decoder, ready when this returns.
 * Without AVIF, for speed. Call two at a time to keep both decoders busy. Throws Refusal `unsupported-media`, `picture-…`.
 */
export async function importPicture(
  ground: Ground,
  owner: ActorId,
  bytes: Uint8Array,
  { alt = '', focal = { x: 0.5, y: 0.5 } }: { alt?: string; focal?: Focal } = {},
): Promise<MediaId> {
  const mediaType = await typeOfBytes(bytes)
  const id = ground.ids.next<MediaId>()
  const hash = contentHash(bytes)
  const row = {
    id,
    ownerId: owner,
    state: 'checked' as const,
    bytes: bytes.length,
    at: ground.clock.now(),
    hash,
    mediaType,
    alt: checkAlt(alt),
    focal: checkFocal(focal),
  }
  await ground.db.transaction(async (tx) => {
    await lockHash(tx, hash)
    await insertMedia(tx, row)
  })
  if (await useTwin(ground, row)) return id
  const path = join(uploadFolder(ground), `import-${id}`)
  try {
    await mkdir(uploadFolder(ground), { recursive: true, mode: 0o700 })
    await writeFile(path, bytes, { mode: 0o600 })
    await makeReady(ground, row, path, 'quick', decodersOf(ground))
    return id
  } catch (error) {
    await ground.db.transaction((tx) => dropMedia(tx, { id }))
    throw error
  } finally {
    await rm(path, { force: true })
  }
}
