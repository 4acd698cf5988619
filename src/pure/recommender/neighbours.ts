import type { Crew } from './crew.ts'
import type { Lists } from './lists.ts'
import { countsOf, type Interactions, rowOf, sharedIntegers, sharedNumbers, transposed } from './matrix.ts'
import { topOf } from './top.ts'

export interface NeighbourRows {
  interactions: Interactions
  /** The same, a row an item. */
  doers: Interactions
  /** What each reader did, and what was done with each item: sums of weights. */
  readerCounts: Float64Array
  itemCounts: Float64Array
  /** items + 1 places in `columns` and `weights`: as far as the next, there is room for an item's neighbours. */
  starts: Uint32Array
  /** Of each row only the first `lengths` count. */
  columns: Uint32Array
  weights: Float32Array
  lengths: Uint32Array
}

/** Entries of all neighbour lists together; how many of them an item may have at least; and at most, for a page sums the lists of a reader's acts. */
const ENTRIES = 2 ** 24
const FEWEST = 32
const MOST = 4_096

/**
 * How many of `wanted` each row gets: all, or as many as leave the sum of all at `entries` when no row gets more than another that wants as
 * much; from `fewest` to `most`.
 */
export function sharedOut(wanted: Uint32Array, entries: number, { fewest, most }: { fewest: number; most: number }): Uint32Array {
  const sum = (limit: number) => wanted.reduce((total, one) => total + Math.min(one, limit), 0)
  let [low, high] = [fewest, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sum(middle) <= entries) low = middle
    else high = middle - 1
  }
  return wanted.map((one) => Math.min(one, low))
}

/** Of each item, more neighbours than it can have: one for each act of those who did it. */
function mostNeighbours({ items, starts }: Interactions, doers: Interactions): Uint32Array {
  const most = new Uint32Array(items)
  for (let item = 0; item < items; item++) {
    let sum = 0
    for (const reader of rowOf(doers, item)) sum += (starts[reader + 1] as number) - (starts[reader] as number)
    most[item] = Math.min(items, sum)
  }
  return most
}

/** Where rows of these lengths begin, and where the last ends. */
function startsOf(lengths: Uint32Array): Uint32Array {
  const starts = sharedIntegers(lengths.length + 1)
  for (const [row, length] of lengths.entries()) starts[row + 1] = (starts[row] as number) + length
  return starts
}

/** For each item `from` … `to`: who else stands two steps away in the graph of readers and items, with what weight. */
export function neighbourRows(
  { interactions, doers, readerCounts, itemCounts, starts, columns, weights, lengths }: NeighbourRows,
  from: number,
  to: number,
): void {
  const sums = new Float32Array(interactions.items)
  const touched = new Uint32Array(interactions.items)
  const values = new Float32Array(interactions.items)
  const worth = interactions.weights
  for (let item = from; item < to; item++) {
    let count = 0
    for (let d = doers.starts[item] as number; d < (doers.starts[item + 1] as number); d++) {
      const reader = doers.columns[d] as number
      const [start, end] = [interactions.starts[reader] as number, interactions.starts[reader + 1] as number]
      const share = (doers.weights ? (doers.weights[d] as number) : 1) / (readerCounts[reader] as number)
      for (let at = start; at < end; at++) {
        const other = interactions.columns[at] as number
        if (sums[other] === 0) touched[count++] = other
        ;(sums[other] as number) += worth ? share * (worth[at] as number) : share
      }
    }
    const row = starts[item] as number
    for (let at = 0; at < count; at++) {
      const other = touched[at] as number
      values[at] = (sums[other] as number) / Math.sqrt((itemCounts[item] as number) * (itemCounts[other] as number))
      sums[other] = 0
    }
    const kept = topOf(values.subarray(0, count), (starts[item + 1] as number) - row)
    for (let at = 0; at < kept.length; at++) {
      columns[row + at] = touched[kept[at] as number] as number
      weights[row + at] = values[kept[at] as number] as number
    }
    lengths[item] = kept.length
  }
}

/**
 * The linear part of GF-CF (Shen et al. 2021, arXiv 2108.07567) as lists: R̃ᵀR̃ with R̃ = D_readers^-½ R D_items^-½ (D: sums of weights), a
 * row an item, itself among them. Where there are too many, each item keeps its nearest.
 */
export async function neighboursOf(interactions: Interactions, crew: Crew): Promise<Lists> {
  const { items } = interactions
  const doers = transposed(interactions)
  const room = startsOf(sharedOut(mostNeighbours(interactions, doers), ENTRIES, { fewest: FEWEST, most: MOST }))
  const input: NeighbourRows = {
    interactions,
    doers,
    readerCounts: countsOf(doers),
    itemCounts: countsOf(interactions),
    starts: room,
    columns: sharedIntegers(room[items] as number),
    weights: sharedNumbers(room[items] as number),
    lengths: sharedIntegers(items),
  }
  await crew.run('neighbourRows', input, items)
  const starts = startsOf(input.lengths)
  const [columns, weights] = [sharedIntegers(starts[items] as number), sharedNumbers(starts[items] as number)]
  for (let item = 0; item < items; item++) {
    const [from, to] = [room[item] as number, (room[item] as number) + (input.lengths[item] as number)]
    columns.set(input.columns.subarray(from, to), starts[item])
    weights.set(input.weights.subarray(from, to), starts[item])
  }
  return { starts, columns, weights }
}
