import { alone, type Crew } from '../crew.ts'
import { gramOf } from '../gram.ts'
import { rowSolver } from '../kernels.ts'
import { type Interactions, sharedNumbers, transposed } from '../matrix.ts'
import type { Method, Scorer } from '../method.ts'
import { normal, seeded } from '../random.ts'

export interface IalsOptions {
  /** Numbers a reader or an item is described by. */
  dimensions: number
  sweeps: number
  /** Weight of all items together as not done, against 1 for each that was: so it fits few items and many. */
  background: number
  regularisation: number
  /** Conjugate gradient steps a row and sweep; each begins where the last sweep ended. */
  steps: number
}

/** As measured on three public sets: six sweeps beat ten, and stronger regularisation collapses. */
export const IALS_DEFAULTS: IalsOptions = { dimensions: 64, sweeps: 6, background: 220, regularisation: 0.01, steps: 3 }

/** Spread of the numbers before the first sweep, over √dimensions. */
const SPREAD = 0.1

export interface Factors {
  readonly dimensions: number
  /** items × dimensions. */
  readonly items: Float32Array
  /** A reader's vector from what they have done, in closed form (fold-in: Hu, Koren and Volinsky 2008). */
  foldIn(acts: Uint32Array): Float32Array
}

const unobserved = (other: Float32Array, { background, dimensions }: IalsOptions, crew: Crew) =>
  gramOf(other, dimensions, (background * dimensions) / other.length, crew)

async function sweepOver(acts: Interactions, rows: Float32Array, other: Float32Array, options: IalsOptions, crew: Crew): Promise<void> {
  await crew.run('solveRows', { acts, rows, other, gram: await unobserved(other, options, crew), ...options }, acts.readers)
}

/** Implicit matrix factorisation by alternating least squares (Rendle, Krichene, Zhang and Koren 2021, arXiv 2110.14037). */
export async function factorise(interactions: Interactions, seed: number, options = IALS_DEFAULTS, crew = alone): Promise<Factors> {
  const { dimensions, sweeps } = options
  const random = seeded(seed)
  const drawn = (count: number) => {
    const numbers = sharedNumbers(count * dimensions)
    for (let i = 0; i < numbers.length; i++) numbers[i] = (SPREAD / Math.sqrt(dimensions)) * normal(random)
    return numbers
  }
  const readers = drawn(interactions.readers)
  const items = drawn(interactions.items)
  const doers = transposed(interactions)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    await sweepOver(interactions, readers, items, options, crew)
    await sweepOver(doers, items, readers, options, crew)
  }
  // From nothing it takes more steps than from where the last sweep ended.
  const solve = rowSolver({ other: items, gram: await unobserved(items, options, crew), ...options, steps: 2 * options.steps })
  return {
    dimensions,
    items,
    foldIn(acts) {
      const vector = new Float32Array(dimensions)
      solve(acts, vector)
      return vector
    },
  }
}

/** Scores all items by the product with a vector. */
export function scoreByVector(vector: Float32Array, items: Float32Array, scores: Float32Array): void {
  const { length } = vector
  for (let item = 0, from = 0; item < scores.length; item++) {
    let sum = 0
    for (let i = 0; i < length; i++) sum += (vector[i] as number) * (items[from++] as number)
    scores[item] = sum
  }
}

export const scorerOf = ({ items, foldIn }: Factors): Scorer => ({ score: (acts, scores) => scoreByVector(foldIn(acts), items, scores) })

export const ials: Method = async (interactions, { seed, crew }) => scorerOf(await factorise(interactions, seed, IALS_DEFAULTS, crew))
