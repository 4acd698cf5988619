import type { Lists } from '../lists.ts'
import { sharedNumbers } from '../matrix.ts'
import { quantise } from './quantise.ts'

/** Rows of `width` numbers in 8 bits, each row with what it is to be multiplied with. */
export interface Rows8 {
  readonly width: number
  readonly rows: Int8Array
  readonly scales: Float32Array
}

/** What was learnt of items that say something of themselves; a column or a row a term. */
export interface ContentModel {
  /** A row an item, tf-idf, of length 1. */
  readonly terms: Lists
  /** The same, a row a term. */
  readonly holders: Lists
  /** ln(items / items under the term), one a term. */
  readonly rarity: Float32Array
  /** Where a term says factors lie (ridge): terms × factors' width. */
  readonly ridge: Float32Array
  /** Items with acts that are nearest in content, a row an item. */
  readonly kin: Lists
  /** How much each way to place a new item counts, in the order of `partsOf`. */
  readonly weights: Float64Array
}

/** All that serving needs, learnt from acts and content: plain numbers in shared memory, which may lie in a file and go to threads. */
export interface EngineModel {
  readonly items: number
  /** Of items (iALS), turned so that the first numbers say most; the first 64 are what the scan sees. */
  readonly factors: Rows8
  /** α₀ HᵀH of all factors: width × width, nothing but a diagonal. */
  readonly gram: Float64Array
  /** Of all factors. */
  readonly mean: Float32Array
  /** √ of what was done with each item, all weights together. */
  readonly roots: Float32Array
  /** The graph filter's linear part. */
  readonly neighbours: Lists
  /** The smoothest signals over the graph: items × width. */
  readonly smooth: Rows8
  /** Items whose scores say what is much for a reader and what is little. */
  readonly reference: Uint32Array
  /** Null: items say nothing of themselves. */
  readonly content: ContentModel | null
}

/** An item that came after training. */
export interface NewItem {
  /** Its factors, of its terms: as many numbers as the model's have. */
  readonly vector: Float32Array
  /** One row each. */
  readonly terms: Lists
  readonly kin: Lists
}

export function rows8(matrix: ArrayLike<number> & { subarray(from: number, to: number): ArrayLike<number> }, width: number): Rows8 {
  const count = width === 0 ? 0 : matrix.length / width
  const rows = new Int8Array(new SharedArrayBuffer(matrix.length))
  const scales = sharedNumbers(count)
  for (let row = 0; row < count; row++) scales[row] = quantise(matrix.subarray(row * width, (row + 1) * width), rows.subarray(row * width, (row + 1) * width))
  return { width, rows, scales }
}

/** A row times a vector. */
export function times8({ width, rows, scales }: Rows8, row: number, vector: Float32Array): number {
  const from = row * width
  let [a, b, i] = [0, 0, 0]
  // Two sums side by side do not wait for each other.
  for (; i + 1 < width; i += 2) {
    a += (rows[from + i] as number) * (vector[i] as number)
    b += (rows[from + i + 1] as number) * (vector[i + 1] as number)
  }
  if (i < width) a += (rows[from + i] as number) * (vector[i] as number)
  return (a + b) * (scales[row] as number)
}

/** Adds row × `times` to a vector. */
export function add8({ width, rows, scales }: Rows8, row: number, times: number, into: Float32Array): void {
  const scale = times * (scales[row] as number)
  for (let i = 0, from = row * width; i < width; i++) (into[i] as number) += scale * (rows[from + i] as number)
}

/** Writes the first numbers of a row, as many as `into` has. */
export function read8({ width, rows, scales }: Rows8, row: number, into: Float32Array): void {
  const scale = scales[row] as number
  for (let i = 0, from = row * width; i < into.length; i++) into[i] = scale * (rows[from + i] as number)
}
