import { checkFlood, checkText } from '#features/moderation/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { countGraphemes } from '#pure/text/graphemes.ts'
import { normaliseLine } from '#pure/text/normalise.ts'
import { layerLimits } from '../layer.ts'
import { type LayerRow, lockLayer, lockOriginal } from '../queries/layers.ts'
import { putProposal } from '../queries/mends.ts'
import { type Sentence, sentencesOf } from '../sentences.ts'
import { isOwner, readableLayer, subjectOf } from '../subject-access.ts'
import type { LayerLicence, MendId } from '../tables.ts'
import { readsBoth } from '../vote-on-layer.ts'
import { takeMend } from './vote-on-mend.ts'

/** Longest mend, in graphemes, by where the sentence stands. */
const longest = { title: layerLimits.title, warning: layerLimits.warning, body: 2_000 } as const

export interface NewMend {
  /** Which sentence (`sentenceKey`). */
  sentence: string
  text: string
  licence: LayerLicence
}

/**
 * Proposes another wording for one sentence of somebody else's layer; it stands beside until enough readers thank for it. The text's author, reading
 * both languages, has it taken at once. The words that stand there already, for a sentence of which the original has changed, say that they still fit:
 * that takes reading both languages, and the layer's maker may say it alone. A second proposal of the same person takes the place of their first.
 * Throws not-found (also for a sentence that the original no longer has), `own-layer`, `reads-one-side`, `layer-empty`, `layer-long`, `mend-same`, and
 * what the host's word list says.
 */
export async function proposeMend(ground: Ground, member: Member, layerId: LayerId, { sentence: key, text: given, licence }: NewMend): Promise<MendId> {
  const { origin, ...readable } = await readableLayer(ground, member, layerId)
  if (origin === 'original') throw notFound()
  const text = normaliseLine(given)
  if (text === '') throw new Refusal('layer-empty', { field: 'text' })
  await checkFlood(ground, member, 'layer')
  await checkText(ground.db.q, text)
  const isAuthor = await isOwner(ground, member, subjectOf(readable))
  const id = ground.ids.next<MendId>()
  await ground.db.transaction(async (tx) => {
    const [original, layer] = [await lockOriginal(tx, subjectOf(readable)), await lockLayer(tx, layerId)]
    const sentence = original && layer && sentencesOf(original, layer).find((one) => one.key === key && one.state !== 'gone')
    if (!sentence) throw notFound()
    checkMend(member, original, layer, sentence, text)
    const at = ground.clock.now()
    await putProposal(tx, {
      id,
      layer_id: layerId,
      sentence: key,
      text,
      before: null,
      by_actor: member.id,
      licence,
      state: 'proposed',
      created_at: at,
      decided_at: null,
    })
    const isAnother = sentence.text !== text
    const facts = { layerId, makerId: layer.byActor, byActor: member.id }
    if (isAnother) await ground.outbox.announce(tx, 'mend.proposed', facts, layerId)
    const decides = (isAuthor && readsBoth(member, original, layer)) || layer.byActor === member.id
    if (decides) await takeMend(tx, ground, original, layer, { id, sentence: key, text })
  })
  return id
}

function checkMend(member: Member, original: LayerRow, layer: LayerRow, { part, text: now, state }: Sentence, text: string): void {
  const isOwn = layer.byActor === member.id
  if (text !== now) {
    if (isOwn) throw new Refusal('own-layer')
    if (countGraphemes(text) > longest[part]) throw new Refusal('layer-long', { field: 'text', count: longest[part] })
  } else if (state !== 'stale') throw new Refusal('mend-same', { field: 'text' })
  else if (!isOwn && !readsBoth(member, original, layer)) throw new Refusal('reads-one-side')
}
