import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { type Unit, unitsOf } from './pairs.ts'
import { type LayerRow, lockLayer, updateLayer } from './queries/layers.ts'
import { ageOf, pairsOf, type Row, reworded, rowsBeside, rowsOf } from './rows.ts'
import type { Translation } from './translate-wording.ts'

const sourceOf = (units: readonly Unit[], row: Row): string => row.units.map((i) => units[i]?.text ?? '').join(' ')

/** Sentences of the original that an engine's layer has to say anew, each once; undefined when nothing of it can stay: then the whole text goes. */
export function sentencesToRenew(original: LayerRow, machine: LayerRow): string[] | undefined {
  const [units, rows] = [unitsOf(original), rowsBeside(original, machine)]
  if (!rows.some(({ state }) => state === 'fresh')) return undefined
  return [...new Set(rows.filter(({ state }) => state === 'stale' || state === 'missing').map((row) => sourceOf(units, row)))]
}

/**
 * Puts what an engine said of single sentences (a line each, in the order of `asked`) into its layer; all others, mended ones too, stay as they are. No new
 * revision: what an engine said is not kept, so that the history has no holes, and nothing in it that the author took out of the text.
 */
export async function renewLayer(tx: Tx, ground: Ground, original: LayerRow, id: LayerId, asked: readonly string[], said: Translation): Promise<boolean> {
  const layer = await lockLayer(tx, id)
  if (!layer) return false
  const lines = said.wording.body.split('\n')
  const byText = new Map(asked.map((text, i) => [text, lines[i] ?? '']))
  const [units, pairs] = [unitsOf(original), pairsOf(original, layer)]
  const anew = new Map<number, string>()
  for (const [i, row] of rowsOf(units, pairs).entries()) {
    const text = row.state === 'fresh' ? undefined : byText.get(sourceOf(units, row))
    if (text) anew.set(i, text)
  }
  const next = reworded(original, { ...layer, pairs }, anew)
  await updateLayer(tx, id, {
    ...next.wording,
    ...ageOf(rowsOf(units, next.pairs)),
    pairs: JSON.stringify(next.pairs),
    engine: said.engine,
    engine_version: said.version,
    source_revision: original.revision,
    updated_at: ground.clock.now(),
  })
  return true
}
