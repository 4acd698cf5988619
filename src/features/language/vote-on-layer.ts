import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { type Choosable, HIDDEN_RATING, readsLanguage } from './layer.ts'
import { type LayerRow, lockLayer, lockOriginal } from './queries/layers.ts'
import { putVote, voteOf } from './queries/people.ts'
import { factsOf, readableLayer, subjectOf } from './subject-access.ts'

/** A layer is judged by those who read both sides of it. */
export const readsBoth = ({ reads }: Pick<Member, 'reads'>, original: Pick<Choosable, 'language'>, layer: Pick<Choosable, 'language'>): boolean =>
  readsLanguage(reads, original.language) && readsLanguage(reads, layer.language)

const isOwn = (member: Pick<Member, 'id'>, layer: LayerRow): boolean => layer.origin === 'original' || layer.byActor === member.id

/** Whether this member may rate the layer at all. */
export const mayRate = (member: Pick<Member, 'id' | 'reads'>, original: LayerRow, layer: LayerRow): boolean =>
  !isOwn(member, layer) && readsBoth(member, original, layer)

/**
 * Rates a layer up (1), down (-1) or takes the vote back (0). Answers the new sum. Nobody rates their own layer or an original: `own-layer`; only who
 * reads the language of the original and that of the layer can tell: `reads-one-side`.
 */
export async function voteOnLayer(ground: Ground, member: Member, id: LayerId, value: 1 | -1 | 0): Promise<number> {
  const layer = await readableLayer(ground, member, id)
  if (isOwn(member, layer)) throw new Refusal('own-layer')
  return ground.db.transaction(async (tx) => {
    const [original, locked] = [await lockOriginal(tx, subjectOf(layer)), await lockLayer(tx, id)]
    if (!original || !locked) throw notFound()
    if (!readsBoth(member, original, locked)) throw new Refusal('reads-one-side')
    const before = (await voteOf(tx, [id], member.id)).get(id) ?? 0
    const { byActor: makerId } = locked
    const told = value === 1 ? 'layer.thanked' : 'layer.unthanked'
    if (makerId && before !== value && (value === 1 || before === 1)) await ground.outbox.announce(tx, told, { layerId: id, makerId, actorId: member.id }, id)
    const rating = await putVote(tx, id, member.id, value, ground.clock.now())
    // Readers and search see it no more, or again.
    if (locked.origin === 'person' && locked.rating <= HIDDEN_RATING !== rating <= HIDDEN_RATING)
      await ground.outbox.announce(tx, 'layer.changed', factsOf(locked), locked.subjectId)
    return rating
  })
}
