import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import './events.ts'
import type { Wording } from './keep-original.ts'
import { type Pair, unitsOf } from './pairs.ts'
import { inLines, saidByLine } from './pictures/lines.ts'
import { type LayerRow, layerById, lockLayer, lockOriginal, updateLayer } from './queries/layers.ts'
import { keepWording } from './queries/people.ts'
import { ageOf, rowsOf } from './rows.ts'
import { factsOf, subjectOf } from './subject-access.ts'

const isSame = (layer: LayerRow, { title, body, warning }: Wording): boolean => layer.title === title && layer.body === body && layer.warning === warning

/**
 * The transaction of `improveLayer`, for verbs that have one of their own and have checked the wording. `known`: what of it renders which sentences,
 * where that is known; what they leave out is missing. The same words again in a picture stay with their boxes.
 */
export async function reword(tx: Tx, ground: Ground, id: LayerId, given: Wording, known?: readonly Pair[]): Promise<void> {
  const found = await layerById(tx, id)
  // The original first, as everybody does who holds both.
  const original = found && (await lockOriginal(tx, subjectOf(found)))
  const layer = original && (await lockLayer(tx, id))
  if (!layer || !original) throw notFound()
  const { wording, pairs } = !known && original.boxes && isSame(layer, given) ? again(original, layer) : { wording: given, pairs: known }
  const at = ground.clock.now()
  const age = pairs ? { ...ageOf(rowsOf(unitsOf(original), pairs)), pairs: JSON.stringify(pairs) } : { stale: false, outdated: false, pairs: null }
  const kept = { ...age, source_revision: original.revision, updated_at: at }
  if (isSame(layer, wording)) await updateLayer(tx, id, kept)
  else {
    await keepWording(tx, layer)
    await updateLayer(tx, id, { ...wording, ...kept, revision: layer.revision + 1 })
  }
  await ground.outbox.announce(tx, 'layer.changed', factsOf(layer), layer.subjectId)
}

/** What a layer says for each box of a picture, said of what the boxes say now. */
function again(original: LayerRow, layer: LayerRow): { wording: Wording; pairs: Pair[] } {
  const said = saidByLine(original, layer).map(({ text }) => text)
  const { body, pairs } = inLines(original, said)
  return { wording: { title: layer.title, body, warning: layer.warning }, pairs }
}
