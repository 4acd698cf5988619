import { contentHash } from '#ground/ids/index.ts'
import { type Part, textOf, unitsOf } from './pairs.ts'
import type { LayerRow } from './queries/layers.ts'
import { gapBefore, type Row, type RowState, rowsBeside } from './rows.ts'

/** One sentence of a layer beside what it renders. */
export interface Sentence {
  /** Names the sentence by what the original says there: it stays when sentences change places. Equal sentences share it. */
  key: string
  part: Part
  /** What the original says; empty when it says nothing there any more. */
  original: string
  /** What the layer says; empty when nobody has rendered it. */
  text: string
  /** White space before it, in the original's lines. */
  gap: string
  state: RowState
  row: Row
}

const KEY_LENGTH = 32

/** The sentences of a layer, in the order of the original. */
export function sentencesOf(original: LayerRow, layer: LayerRow): Sentence[] {
  const units = unitsOf(original)
  const begun = new Set<Part>()
  return rowsBeside(original, layer).map((row) => {
    const first = units[row.units[0] ?? -1]
    const said = row.units.map((i) => units[i]?.text ?? '').join(' ')
    const gap = begun.has(row.part) ? gapBefore(first ?? { gap: '' }, layer.language) : ''
    begun.add(row.part)
    const key = contentHash(`${row.part}\n${said || row.pair?.source.join(' ')}`).slice(0, KEY_LENGTH)
    return { key, part: row.part, original: said, text: row.pair ? textOf(layer, row.pair) : '', gap, state: row.state, row }
  })
}
