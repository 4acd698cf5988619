import { audit } from '#features/settings/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { isAtLeast, type Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { type LayerRow, lockLayer, lockOriginal } from '../queries/layers.ts'
import { decideMend, deleteMend, lockMend, type MendRow } from '../queries/mends.ts'
import { isOwner, subjectOf } from '../subject-access.ts'
import type { MendId } from '../tables.ts'
import { putSentence } from './put-sentence.ts'
import { readableMend } from './vote-on-mend.ts'

/** Whether a taken mend may be taken out again by this member: it is theirs, or the layer, or the text is. */
export const mayRevert = (member: Member, mend: Pick<MendRow, 'byActor' | 'before' | 'text'>, layer: { byActor: string | null }, isAuthor: boolean): boolean =>
  // What only said that the words still fit has nothing to bring back.
  mend.before !== mend.text && (isAuthor || mend.byActor === member.id || layer.byActor === member.id || isAtLeast(member, 'moderator'))

/**
 * Brings back what stood in a sentence before a mend was taken, as a new wording of the layer; a proposal is withdrawn. For the mender, the layer's
 * maker, the text's author and moderators (who leave a line in the audit). Throws not-found, also for a mend that no longer stands, and `not-yours`.
 */
export async function revertMend(ground: Ground, member: Member, id: MendId): Promise<void> {
  const { mend: found, layer: readable } = await readableMend(ground, member, id)
  const isAuthor = await isOwner(ground, member, subjectOf(readable))
  if (!mayRevert(member, found, readable, isAuthor)) throw new Refusal('not-yours')
  await ground.db.transaction(async (tx) => {
    const [original, layer, mend] = [await lockOriginal(tx, subjectOf(readable)), await lockLayer(tx, readable.id), await lockMend(tx, id)]
    if (!original || !layer || !mend) throw notFound()
    if (mend.state === 'proposed') await withdraw(tx, ground, layer, mend)
    else if (mend.state === 'taken') {
      await putSentence(tx, ground, original, layer, { key: mend.sentence, text: mend.before ?? '', expected: mend.text })
      await decideMend(tx, id, 'reverted', ground.clock.now())
    } else throw notFound()
    if (isAuthor || mend.byActor === member.id || layer.byActor === member.id) return
    const facts = { about: `${layer.subjectKind} ${layer.subjectId}`, language: layer.language, byActor: mend.byActor }
    await audit(tx, ground, { by: member.id, act: 'mend.reverted', subject: subject('layer', layer.id), facts })
  })
}

async function withdraw(tx: Tx, ground: Ground, layer: LayerRow, { id, byActor }: MendRow): Promise<void> {
  await deleteMend(tx, id)
  if (byActor) await ground.outbox.announce(tx, 'mend.withdrawn', { layerId: layer.id, makerId: layer.byActor, byActor }, layer.id)
}
