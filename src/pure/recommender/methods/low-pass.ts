import { countsOf, type Interactions, rowOf, transposed } from '../matrix.ts'
import { normal, seeded } from '../random.ts'

export interface LowPassOptions {
  /** How many of the smoothest signals over the graph are kept. */
  vectors: number
  /** Rounds of subspace iteration. */
  rounds: number
}

export const LOW_PASS_DEFAULTS: LowPassOptions = { vectors: 256, rounds: 4 }

/** Makes the columns of a rows × columns matrix (row by row) orthonormal, in place (modified Gram and Schmidt, twice for safety). */
function orthonormalise(matrix: Float64Array, columns: number): void {
  const rows = matrix.length / columns
  const column = new Float64Array(rows)
  // Column by column in memory, so that each pass is over neighbours.
  const turned = new Float64Array(matrix.length)
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) turned[c * rows + r] = matrix[r * columns + c] as number
  for (let c = 0; c < columns; c++) {
    column.set(turned.subarray(c * rows, (c + 1) * rows))
    for (let again = 0; again < 2; again++)
      for (let before = 0; before < c; before++) {
        const from = before * rows
        let share = 0
        for (let r = 0; r < rows; r++) share += (turned[from + r] as number) * (column[r] as number)
        for (let r = 0; r < rows; r++) (column[r] as number) -= share * (turned[from + r] as number)
      }
    let length = 0
    for (const value of column) length += value * value
    const scale = length > 1e-24 ? 1 / Math.sqrt(length) : 0
    for (let r = 0; r < rows; r++) turned[c * rows + r] = scale * (column[r] as number)
  }
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) matrix[r * columns + c] = turned[c * rows + r] as number
}

/** R̃ · `right`, where R̃ is the matrix of ones with row and column weights. */
function timesNormalised(matrix: Interactions, rowWeights: Float64Array, columnWeights: Float64Array, right: Float64Array, width: number): Float64Array {
  const product = new Float64Array(matrix.readers * width)
  for (let row = 0; row < matrix.readers; row++) {
    const into = row * width
    for (const column of rowOf(matrix, row)) {
      const weight = columnWeights[column] as number
      const from = column * width
      for (let i = 0; i < width; i++) (product[into + i] as number) += weight * (right[from + i] as number)
    }
    const weight = rowWeights[row] as number
    for (let i = 0; i < width; i++) (product[into + i] as number) *= weight
  }
  return product
}

/**
 * The smoothest signals over items: the leading right singular vectors of R̃ = D_readers^-½ R D_items^-½, items × vectors, by randomised
 * subspace iteration (Halko, Martinsson and Tropp 2011).
 */
export function smoothest(interactions: Interactions, seed: number, { vectors, rounds } = LOW_PASS_DEFAULTS): Float64Array {
  const width = Math.min(vectors, interactions.items, interactions.readers)
  const random = seeded(seed)
  const doers = transposed(interactions)
  const weigh = (count: number) => (count > 0 ? 1 / Math.sqrt(count) : 0)
  const items = countsOf(interactions).map(weigh)
  const readers = countsOf(doers).map(weigh)
  let signals = Float64Array.from({ length: interactions.items * width }, () => normal(random))
  for (let round = 0; round < rounds; round++) {
    orthonormalise(signals, width)
    signals = timesNormalised(doers, items, readers, timesNormalised(interactions, readers, items, signals, width), width) as typeof signals
  }
  orthonormalise(signals, width)
  return signals
}

/** The ideal low-pass filter of GF-CF: r D^-½ V Vᵀ D^½ with the smoothest signals V and the items' counts D. */
export function lowPassFilter(interactions: Interactions, seed: number, options = LOW_PASS_DEFAULTS): (acts: Uint32Array, scores: Float32Array) => void {
  const signals = Float32Array.from(smoothest(interactions, seed, options))
  const width = signals.length / interactions.items
  const roots = countsOf(interactions).map(Math.sqrt)
  const passed = new Float64Array(width)
  return (acts, scores) => {
    passed.fill(0)
    for (const act of acts) {
      const root = roots[act] as number
      if (root === 0) continue
      for (let i = 0, from = act * width; i < width; i++) (passed[i] as number) += (signals[from + i] as number) / root
    }
    for (let item = 0, from = 0; item < scores.length; item++) {
      let sum = 0
      for (let i = 0; i < width; i++) sum += (passed[i] as number) * (signals[from++] as number)
      scores[item] = sum * (roots[item] as number)
    }
  }
}
