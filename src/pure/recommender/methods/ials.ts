import { alone, type Crew } from '../crew.ts'
import { gramOf } from '../gram.ts'
import { IALS_DEFAULTS, type IalsOptions } from '../ials-options.ts'
import { type Interactions, sharedNumbers, transposed } from '../matrix.ts'
import type { Method, Scorer } from '../method.ts'
import { normal, seeded } from '../random.ts'
import { plainActs } from '../serving/acts.ts'
import { foldingIn } from '../serving/fold-in.ts'

/** Spread of the numbers before the first sweep, over √dimensions. */
const SPREAD = 0.1

export interface Factors {
  readonly dimensions: number
  /** items × dimensions. */
  readonly items: Float32Array
  /** α₀ HᵀH of the items: dimensions × dimensions. */
  readonly gram: Float64Array
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
  return { dimensions, items, gram: await unobserved(items, options, crew) }
}

/** A reader's vector from what they have done. From nothing it takes more steps than from where the last sweep ended. */
export function readerOf({ dimensions, items, gram }: Factors, options = IALS_DEFAULTS): (acts: Uint32Array) => Float32Array {
  const fold = foldingIn({
    ...options,
    dimensions,
    gram,
    steps: 2 * options.steps,
    vector: (item, into) => into.set(items.subarray(item * dimensions, (item + 1) * dimensions)),
  })
  return (acts) => fold(plainActs(acts))
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

export function scorerOf(factors: Factors): Scorer {
  const foldIn = readerOf(factors)
  return { score: (acts, scores) => scoreByVector(foldIn(acts), factors.items, scores) }
}

export const ials: Method = async (interactions, { seed, crew }) => scorerOf(await factorise(interactions, seed, IALS_DEFAULTS, crew))
