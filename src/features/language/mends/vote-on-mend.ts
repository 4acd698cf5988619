import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { type LayerRow, lockLayer, lockOriginal } from '../queries/layers.ts'
import { decideMend, lockMend, type MendRow, mendById, moveCredit, replaceTaken, takeThanksBack, thank, thankedFor, votesOf } from '../queries/mends.ts'
import { sentencesOf } from '../sentences.ts'
import { isOwner, readableLayer, subjectOf } from '../subject-access.ts'
import type { MendId, MendState } from '../tables.ts'
import { readsBoth } from '../vote-on-layer.ts'
import { putSentence } from './put-sentence.ts'

/** So many readers of both languages, beside the mender, put a sentence in an engine's place. */
export const VOTES_TO_TAKE = 3

/** A mend of a text that the viewer may read, with the layer it is for; else not-found. */
export async function readableMend(ground: Ground, member: Member, id: MendId): Promise<{ mend: MendRow; layer: LayerRow }> {
  const mend = await mendById(ground.db.q, id)
  if (!mend) throw notFound()
  return { mend, layer: await readableLayer(ground, member, mend.layerId) }
}

/** Whether this member may thank for a mend: another's, between two languages they read. */
export const mayThank = (member: Pick<Member, 'id' | 'reads'>, original: LayerRow, layer: LayerRow, mend: Pick<MendRow, 'byActor'>): boolean =>
  mend.byActor !== member.id && readsBoth(member, original, layer)

/** The mend stands in the layer from now on. False when the original no longer says what it is for. */
export async function takeMend(
  tx: Tx,
  ground: Ground,
  original: LayerRow,
  layer: LayerRow,
  { id, sentence, text }: Pick<MendRow, 'id' | 'sentence' | 'text'>,
): Promise<boolean> {
  const before = await putSentence(tx, ground, original, layer, { key: sentence, text })
  if (before === undefined) return false
  // Words that still fit stay whose they were.
  if (before === text) await moveCredit(tx, layer.id, text, sentence)
  else await replaceTaken(tx, layer.id, sentence)
  await decideMend(tx, id, 'taken', ground.clock.now(), before)
  return true
}

/**
 * Thanks for a mend (1) or takes that back (0). In an engine's layer it is taken with the third reader of both languages, or with the text's author
 * alone; words that a person signed change only when that person, or the author, thanks, but that they still fit any three may say.
 * Throws not-found, `own-layer` (the mender's own), `reads-one-side`.
 */
export async function voteOnMend(ground: Ground, member: Member, id: MendId, value: 1 | 0): Promise<{ votes: number; state: MendState }> {
  const { layer: readable } = await readableMend(ground, member, id)
  const isAuthor = await isOwner(ground, member, subjectOf(readable))
  return ground.db.transaction(async (tx) => {
    const [original, layer, mend] = [await lockOriginal(tx, subjectOf(readable)), await lockLayer(tx, readable.id), await lockMend(tx, id)]
    if (!original || !layer || !mend) throw notFound()
    if (mend.byActor === member.id) throw new Refusal('own-layer')
    if (!readsBoth(member, original, layer)) throw new Refusal('reads-one-side')
    await (value === 1 ? thank(tx, id, member.id, ground.clock.now()) : takeThanksBack(tx, id, member.id))
    const votes = (await votesOf(tx, [id], member.id)).get(id)?.votes ?? 0
    const changesNothing = sentencesOf(original, layer).some((one) => one.key === mend.sentence && one.text === mend.text)
    const decides = isAuthor || layer.byActor === member.id || ((layer.origin === 'machine' || changesNothing) && votes >= VOTES_TO_TAKE)
    const isTaken = value === 1 && mend.state === 'proposed' && decides && (await takeMend(tx, ground, original, layer, mend))
    if (isTaken && mend.byActor && !changesNothing) {
      const facts = { layerId: layer.id, makerId: layer.byActor, byActor: mend.byActor, thankedBy: await thankedFor(tx, id) }
      await ground.outbox.announce(tx, 'mend.taken', facts, layer.id)
    }
    return { votes, state: isTaken ? 'taken' : mend.state }
  })
}
