import { checkFlood, checkText } from '#features/moderation/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import './events.ts'
import type { Wording } from './keep-original.ts'
import { type LayerRow, lockLayer, lockOriginal, updateLayer } from './queries/layers.ts'
import { keepWording, wordingOf } from './queries/people.ts'
import { checkWording, type GivenWording, ownLayer, subjectOf } from './subject-access.ts'

/** New wording for one's own layer; the earlier one stays in its history, and the layer is no longer stale. The same wording again only says that it still fits. */
export async function improveLayer(ground: Ground, member: Member, id: LayerId, given: GivenWording): Promise<void> {
  await ownLayer(ground, member, id)
  const wording = checkWording(given)
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, `${wording.title}\n${wording.body}`)
  await ground.db.transaction((tx) => reword(tx, ground, id, wording))
}

/** Brings an earlier wording of one's own layer back, as a new revision. Throws not-found for a revision that never was. */
export async function revertLayer(ground: Ground, member: Member, id: LayerId, revision: number): Promise<void> {
  await ownLayer(ground, member, id)
  await ground.db.transaction(async (tx) => {
    const earlier = await wordingOf(tx, id, revision)
    if (!earlier) throw notFound()
    await reword(tx, ground, id, earlier)
  })
}

const isSame = (layer: LayerRow, { title, body, warning }: Wording): boolean => layer.title === title && layer.body === body && layer.warning === warning

/** The transaction of `improveLayer`, for verbs that have one of their own and have checked the wording. */
export async function reword(tx: Tx, ground: Ground, id: LayerId, wording: Wording): Promise<void> {
  const layer = await lockLayer(tx, id)
  const original = layer && (await lockOriginal(tx, subjectOf(layer)))
  if (!layer || !original) throw notFound()
  const at = ground.clock.now()
  const kept = { stale: false, outdated: false, pairs: null, source_revision: original.revision, updated_at: at }
  if (isSame(layer, wording)) await updateLayer(tx, id, kept)
  else {
    await keepWording(tx, { layer_id: id, revision: layer.revision, title: layer.title, body: layer.body, warning: layer.warning, at: layer.updatedAt })
    await updateLayer(tx, id, { ...wording, ...kept, revision: layer.revision + 1 })
  }
  await ground.outbox.announce(
    tx,
    'layer.changed',
    { subjectKind: layer.subjectKind, subjectId: layer.subjectId, layerId: id, language: layer.language, origin: layer.origin, byActor: layer.byActor },
    layer.subjectId,
  )
}
