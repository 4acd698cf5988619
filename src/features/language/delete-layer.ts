import type { Ground } from '#ground/feature.ts'
import { isAtLeast, type Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { deleteLayerRow } from './queries/layers.ts'
import { readableLayer } from './subject-access.ts'

/** Deletes a layer with its history and votes: one's own, or any but an original for moderators. Throws not-found, `not-yours`. */
export async function deleteLayer(ground: Ground, member: Member, id: LayerId): Promise<void> {
  const layer = await readableLayer(ground, member, id)
  const isOwn = layer.byActor === member.id && layer.origin !== 'machine'
  if (layer.origin === 'original' || (!isOwn && !isAtLeast(member, 'moderator'))) throw new Refusal('not-yours')
  await ground.db.transaction(async (tx) => {
    await deleteLayerRow(tx, id)
    await ground.outbox.announce(
      tx,
      'layer.removed',
      { subjectKind: layer.subjectKind, subjectId: layer.subjectId, layerId: id, language: layer.language, origin: layer.origin, byActor: layer.byActor },
      layer.subjectId,
    )
  })
}
