import { rowSolver } from '../kernels.ts'
import type { Acts } from './acts.ts'

/** Acts there is room for at once; for more, room is made. */
const ROOM = 256

export interface FoldIn {
  dimensions: number
  /** α₀ HᵀH over all items: dimensions × dimensions. */
  gram: Float64Array
  regularisation: number
  background: number
  /** Conjugate gradient steps, from nothing. */
  steps: number
  /** Writes the vector of an item (length: dimensions) into `into`. */
  vector(item: number, into: Float32Array): void
}

/**
 * A reader's vector from what they did, in closed form (Hu, Koren and Volinsky 2008): what the factorisation would give them. Acts of
 * weight < 0 push it away from their items. It depends on nothing but the acts, so one taken back leaves no trace.
 */
export function foldingIn({ vector, ...side }: FoldIn): (acts: Acts) => Float32Array {
  const { dimensions } = side
  let rows = new Float32Array(ROOM * dimensions)
  let numbers = Uint32Array.from({ length: ROOM }, (_, at) => at)
  let solve = rowSolver({ ...side, other: rows })
  return ({ items, weights }) => {
    if (items.length > numbers.length) {
      rows = new Float32Array(2 * items.length * dimensions)
      numbers = Uint32Array.from({ length: 2 * items.length }, (_, at) => at)
      solve = rowSolver({ ...side, other: rows })
    }
    for (let at = 0; at < items.length; at++) vector(items[at] as number, rows.subarray(at * dimensions, (at + 1) * dimensions))
    const reader = new Float32Array(dimensions)
    solve(numbers.subarray(0, items.length), reader, weights)
    return reader
  }
}
