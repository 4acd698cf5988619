import type { Crew } from './crew.ts'
import type { Lists } from './lists.ts'
import { type Interactions, sharedIntegers, sharedNumbers, transposed } from './matrix.ts'
import { topOf } from './top.ts'

export interface NeighbourRows {
  interactions: Interactions
  /** The same, a row an item. */
  doers: Interactions
  /** Neighbours an item keeps. */
  most: number
  /** items × most; of each row only the first `lengths` count. */
  columns: Uint32Array
  weights: Float32Array
  lengths: Uint32Array
}

/** Entries of all neighbour lists together, and how many an item has at least. */
const ENTRIES = 2 ** 24
const FEWEST = 32

/** For each item `from` … `to`: who else stands two steps away in the graph of readers and items, with what weight. */
export function neighbourRows({ interactions, doers, most, columns, weights, lengths }: NeighbourRows, from: number, to: number): void {
  const sums = new Float32Array(interactions.items)
  const touched = new Uint32Array(interactions.items)
  const values = new Float32Array(interactions.items)
  const countOf = (item: number) => (doers.starts[item + 1] as number) - (doers.starts[item] as number)
  for (let item = from; item < to; item++) {
    let count = 0
    for (let d = doers.starts[item] as number; d < (doers.starts[item + 1] as number); d++) {
      const reader = doers.columns[d] as number
      const [start, end] = [interactions.starts[reader] as number, interactions.starts[reader + 1] as number]
      const share = 1 / (end - start)
      for (let at = start; at < end; at++) {
        const other = interactions.columns[at] as number
        if (sums[other] === 0) touched[count++] = other
        ;(sums[other] as number) += share
      }
    }
    const row = item * most
    for (let at = 0; at < count; at++) {
      const other = touched[at] as number
      values[at] = (sums[other] as number) / Math.sqrt(countOf(item) * countOf(other))
      sums[other] = 0
    }
    const kept = topOf(values.subarray(0, count), most)
    for (let at = 0; at < kept.length; at++) {
      columns[row + at] = touched[kept[at] as number] as number
      weights[row + at] = values[kept[at] as number] as number
    }
    lengths[item] = kept.length
  }
}

/**
 * The linear part of GF-CF (Shen et al. 2021, arXiv 2108.07567) as lists: R̃ᵀR̃ with R̃ = D_readers^-½ R D_items^-½, a row an item, itself
 * among them. Of many items each keeps its nearest; below some 4,000 items nothing is cut.
 */
export async function neighboursOf(interactions: Interactions, crew: Crew): Promise<Lists> {
  const { items } = interactions
  const most = Math.min(items, Math.max(FEWEST, Math.floor(ENTRIES / items)))
  const input: NeighbourRows = {
    interactions,
    doers: transposed(interactions),
    most,
    columns: sharedIntegers(items * most),
    weights: sharedNumbers(items * most),
    lengths: sharedIntegers(items),
  }
  await crew.run('neighbourRows', input, items)
  const starts = sharedIntegers(items + 1)
  for (let item = 0; item < items; item++) starts[item + 1] = (starts[item] as number) + (input.lengths[item] as number)
  const [columns, weights] = [sharedIntegers(starts[items] as number), sharedNumbers(starts[items] as number)]
  for (let item = 0; item < items; item++) {
    const row = item * most
    columns.set(input.columns.subarray(row, row + (input.lengths[item] as number)), starts[item])
    weights.set(input.weights.subarray(row, row + (input.lengths[item] as number)), starts[item])
  }
  return { starts, columns, weights }
}
