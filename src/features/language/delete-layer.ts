import { audit } from '#features/settings/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, ownerOf, subject } from '#ground/feature.ts'
import { isAtLeast, type Member } from '#ground/http/viewer.ts'
import type { ActorId, LayerId } from '#ground/ids/index.ts'
import type { Announced } from '#ground/outbox/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { dropLayers } from './drop-layers.ts'
import { deleteLayerRow, type LayerRow, personLayersOf } from './queries/layers.ts'
import { othersWorded } from './queries/people.ts'
import { factsOf, readableLayer, subjectOf } from './subject-access.ts'

/**
 * Deletes a layer with its history and votes: one's own, or any but an original for moderators. The words of a picture, with all that renders them,
 * go by its owner too, and by whoever wrote them down as long as nobody else has had a part in them. Throws not-found, `not-yours`.
 */
export async function deleteLayer(ground: Ground, member: Member, id: LayerId): Promise<void> {
  const layer = await readableLayer(ground, member, id)
  const isOwn = layer.boxes ? await mayTakeWords(ground, member.id, layer) : layer.byActor === member.id && layer.origin !== 'machine'
  const isText = layer.origin === 'original' && !layer.boxes
  if (isText || (!isOwn && !isAtLeast(member, 'moderator'))) throw new Refusal('not-yours')
  await ground.db.transaction(async (tx) => {
    await takeLayer(tx, ground, layer)
    if (isOwn) return
    const facts = { about: `${layer.subjectKind} ${layer.subjectId}`, language: layer.language, origin: layer.origin, byActor: layer.byActor }
    await audit(tx, ground, { by: member.id, act: 'layer.deleted', subject: subject('layer', id), facts })
  })
}

/** Whether the words of a picture are this member's to take out, with all that renders them. */
export async function mayTakeWords({ house, db }: Ground, member: ActorId, words: LayerRow): Promise<boolean> {
  if ((await ownerOf(house, db.q, subjectOf(words))) === member) return true
  return words.byActor === member && !(await othersWorded(db.q, subjectOf(words), member))
}

/** The transaction of `deleteLayer`, for verbs that have one of their own and have checked the right to it. */
export async function takeLayer(tx: Tx, { outbox }: Ground, layer: LayerRow): Promise<void> {
  if (layer.boxes) await dropLayers(tx, subjectOf(layer))
  else await deleteLayerRow(tx, layer.id)
  await outbox.announce(tx, 'layer.removed', factsOf(layer), layer.subjectId)
}

const AT_ONCE = 100

/** A member left: the layers they made for others' texts go, and whoever found a text by them hears of it. */
export async function removeLayersOf(ground: Ground, { payload: { actorId } }: Announced<'member.left'>): Promise<void> {
  for (;;) {
    const layers = await personLayersOf(ground.db.q, actorId, AT_ONCE)
    for (const layer of layers) await ground.db.transaction((tx) => takeLayer(tx, ground, layer))
    if (layers.length < AT_ONCE) return
  }
}
