import type { Tx } from '#ground/database/index.ts'
import { unitsOf, type Worded } from './pairs.ts'
import { type LayerRow, othersOf, updateLayer } from './queries/layers.ts'
import { ageOf, pairsOf, reworded, rowsOf } from './rows.ts'

/**
 * After an edit of the locked original: each other layer knows which of its sentences are stale. An engine's layer follows what moved or was taken
 * out; a person's words are left as they are.
 */
export async function ageLayers(tx: Tx, before: LayerRow, after: Worded): Promise<void> {
  for (const layer of await othersOf(tx, { kind: before.subjectKind, id: before.subjectId })) {
    // Stale from before sentences were counted: nobody knows what it renders.
    if (layer.stale && !layer.pairs) continue
    const pairs = pairsOf(before, layer)
    const next = layer.origin === 'machine' ? reworded(after, { ...layer, pairs }, new Map()) : { wording: {}, pairs }
    await updateLayer(tx, layer.id, { ...next.wording, ...ageOf(rowsOf(unitsOf(after), next.pairs)), pairs: JSON.stringify(next.pairs) })
  }
}
