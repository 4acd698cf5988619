import { alone, type Crew } from '../crew.ts'
import { gramOf } from '../gram.ts'
import { countsOf, type Interactions, sharedDoubles, sharedNumbers, transposed } from '../matrix.ts'
import { normal, seeded } from '../random.ts'

export interface LowPassOptions {
  /** How many of the smoothest signals over the graph are kept. */
  vectors: number
  /** Rounds of subspace iteration. */
  rounds: number
}

export const LOW_PASS_DEFAULTS: LowPassOptions = { vectors: 256, rounds: 4 }

/** What a pivot may not fall under, as a share of the largest: a column that others already hold becomes zero. */
const DEPENDENT = 1e-9

/** The lower factor of a positive matrix; 0 on the diagonal where a column depends on those before. */
function cholesky(gram: Float64Array, width: number): Float64Array {
  const lower = sharedDoubles(width * width)
  let largest = 0
  for (let i = 0; i < width; i++) largest = Math.max(largest, gram[i * width + i] as number)
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = gram[i * width + j] as number
      for (let k = 0; k < j; k++) sum -= (lower[i * width + k] as number) * (lower[j * width + k] as number)
      const pivot = lower[j * width + j] as number
      if (i === j) lower[i * width + i] = sum > DEPENDENT * largest ? Math.sqrt(sum) : 0
      else lower[i * width + j] = pivot > 0 ? sum / pivot : 0
    }
  return lower
}

/** Makes the columns of a matrix (row by row) orthonormal, in place: by Cholesky, nearly once and to the last digits twice (Yamamoto et al. 2015). */
async function orthonormalise(matrix: Float32Array, width: number, crew: Crew, times: number): Promise<void> {
  for (let again = 0; again < times; again++) {
    const lower = cholesky(await gramOf(matrix, width, 1, crew), width)
    await crew.run('triangularRows', { matrix, lower, width }, matrix.length / width)
  }
}

/**
 * The smoothest signals over items: the leading right singular vectors of R̃ = D_readers^-½ R D_items^-½ (D: sums of weights), items × vectors, by randomised
 * subspace iteration (Halko, Martinsson and Tropp 2011).
 */
export async function smoothest(interactions: Interactions, seed: number, { vectors, rounds } = LOW_PASS_DEFAULTS, crew = alone): Promise<Float32Array> {
  const width = Math.min(vectors, interactions.items, interactions.readers)
  const random = seeded(seed)
  const doers = transposed(interactions)
  const shares = (counts: Float64Array) => {
    for (let row = 0; row < counts.length; row++) counts[row] = 1 / Math.sqrt(counts[row] || Number.POSITIVE_INFINITY)
    return counts
  }
  const [items, readers] = [shares(countsOf(interactions)), shares(countsOf(doers))]
  const signals = sharedNumbers(interactions.items * width)
  for (let i = 0; i < signals.length; i++) signals[i] = normal(random)
  const passed = sharedNumbers(interactions.readers * width)
  const there = { matrix: interactions, rowShares: readers, columnShares: items, right: signals, width, into: passed }
  const back = { matrix: doers, rowShares: items, columnShares: readers, right: passed, width, into: signals }
  for (let round = 0; round < rounds; round++) {
    await orthonormalise(signals, width, crew, 1)
    await crew.run('timesNormalisedRows', there, interactions.readers)
    await crew.run('timesNormalisedRows', back, interactions.items)
  }
  await orthonormalise(signals, width, crew, 2)
  return signals
}
