import { checkFlood, checkText } from '#features/moderation/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { revertWords } from './pictures/revert-words.ts'
import { updateLayer } from './queries/layers.ts'
import { wordingOf } from './queries/people.ts'
import { reword } from './reword.ts'
import { checkWording, type GivenWording, ownLayer, readableLayer, saidIn } from './subject-access.ts'
import type { LayerLicence } from './tables.ts'

/** New wording for one's own layer; the earlier one stays in its history, and the layer is no longer stale. The same wording again only says that it still fits. Without a `licence` it keeps the one it has. */
export async function improveLayer(
  ground: Ground,
  member: Member,
  id: LayerId,
  { licence, ...given }: GivenWording & { licence?: LayerLicence | undefined },
): Promise<void> {
  await ownLayer(ground, member, id)
  const wording = checkWording(given)
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, saidIn(wording))
  await ground.db.transaction(async (tx) => {
    await reword(tx, ground, id, wording)
    if (licence) await updateLayer(tx, id, { licence })
  })
}

/** Brings an earlier wording of one's own layer back, as a new revision. Throws not-found for a revision that never was, `not-yours`, and what the host's word list says. */
export async function revertLayer(ground: Ground, member: Member, id: LayerId, revision: number): Promise<void> {
  const words = await readableLayer(ground, member, id)
  if (words.boxes) return revertWords(ground, member, words, revision)
  await ownLayer(ground, member, id)
  await ground.db.transaction(async (tx) => {
    const earlier = await wordingOf(tx, id, revision)
    if (!earlier) throw notFound()
    await checkText(tx, saidIn(earlier))
    await reword(tx, ground, id, earlier)
  })
}
