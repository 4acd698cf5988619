import { audit } from '#features/settings/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { isAtLeast, type Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { dropLayers } from './drop-layers.ts'
import { deleteLayerRow, type LayerRow } from './queries/layers.ts'
import { othersWorded } from './queries/people.ts'
import { isOwner, readableLayer, subjectOf } from './subject-access.ts'

/**
 * Deletes a layer with its history and votes: one's own, or any but an original for moderators. The words of a picture, with all that renders them,
 * go by its owner too, and by whoever wrote them down as long as nobody else has had a part in them. Throws not-found, `not-yours`.
 */
export async function deleteLayer(ground: Ground, member: Member, id: LayerId): Promise<void> {
  const layer = await readableLayer(ground, member, id)
  const isOwn = layer.boxes ? await isTheirs(ground, member, layer) : layer.byActor === member.id && layer.origin !== 'machine'
  const isText = layer.origin === 'original' && !layer.boxes
  if (isText || (!isOwn && !isAtLeast(member, 'moderator'))) throw new Refusal('not-yours')
  await ground.db.transaction(async (tx) => {
    await takeLayer(tx, ground, layer)
    if (isOwn) return
    const facts = { about: `${layer.subjectKind} ${layer.subjectId}`, language: layer.language, origin: layer.origin, byActor: layer.byActor }
    await audit(tx, ground, { by: member.id, act: 'layer.deleted', subject: subject('layer', id), facts })
  })
}

async function isTheirs(ground: Ground, member: Member, words: LayerRow): Promise<boolean> {
  if (await isOwner(ground, member, subjectOf(words))) return true
  return words.byActor === member.id && !(await othersWorded(ground.db.q, subjectOf(words), member.id))
}

/** The transaction of `deleteLayer`, for verbs that have one of their own and have checked the right to it. */
export async function takeLayer(tx: Tx, { outbox }: Ground, layer: LayerRow): Promise<void> {
  const { id, subjectKind, subjectId, language, origin, byActor } = layer
  if (layer.boxes) await dropLayers(tx, subjectOf(layer))
  else await deleteLayerRow(tx, id)
  await outbox.announce(tx, 'layer.removed', { subjectKind, subjectId, layerId: id, language, origin, byActor }, subjectId)
}
