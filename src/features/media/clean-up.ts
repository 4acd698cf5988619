import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, DAY } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { uploadFolder } from './begin-upload.ts'
import './events.ts'
import { blobKey, incomingKey } from './picture.ts'
import { dropForgotten, isHashUsed, leftoverDone, takeLeftover } from './queries/leftovers.ts'
import { lockHash } from './queries/media.ts'

const UNFINISHED_DAYS = 1
/** Longer than a scheduled draft may wait. */
const UNCLAIMED_DAYS = 90

/** Lets go of uploads that were never finished and pictures that were never used. Runs each hour. */
export async function dropForgottenMedia({ db, clock }: Ground): Promise<void> {
  const now = clock.now()
  await db.transaction((tx) => dropForgotten(tx, { unfinished: after(now, -UNFINISHED_DAYS * DAY), unclaimed: after(now, -UNCLAIMED_DAYS * DAY) }))
}

/** Removes the files that deleted rows left, except those that another row needs. Runs each minute. */
export async function sweepStorage(ground: Ground): Promise<void> {
  while (await sweepOne(ground)) {
    /* until the list is empty */
  }
}

async function sweepOne(ground: Ground): Promise<boolean> {
  const { db, storage, outbox } = ground
  return db.transaction(async (tx) => {
    const left = await takeLeftover(tx)
    if (!left) return false
    if (left.hash) {
      await lockHash(tx, left.hash)
      if (!(await isHashUsed(tx, left.hash))) for (const { name } of left.variants) await storage.remove(blobKey(left.hash, name))
    }
    await storage.remove(incomingKey(left.mediaId))
    const upload = join(uploadFolder(ground), left.mediaId)
    await rm(upload, { force: true })
    await rm(`${upload}.json`, { force: true })
    await leftoverDone(tx, left.mediaId)
    await outbox.announce(tx, 'media.removed', { mediaId: left.mediaId }, left.mediaId)
    return true
  })
}
