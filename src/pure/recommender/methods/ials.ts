import { type Interactions, rowOf, transposed } from '../matrix.ts'
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
/** Squared length of what a step may leave. */
const CLOSE = 1e-20

export interface Factors {
  readonly dimensions: number
  /** items × dimensions. */
  readonly items: Float32Array
  /** A reader's vector from what they have done, in closed form (fold-in: Hu, Koren and Volinsky 2008). */
  foldIn(acts: Uint32Array): Float32Array
}

/** Sum of outer products of all rows, times `scale`: dimensions × dimensions. */
function gramian(rows: Float32Array, dimensions: number, scale: number): Float64Array {
  const gram = new Float64Array(dimensions * dimensions)
  for (let from = 0; from < rows.length; from += dimensions)
    for (let i = 0; i < dimensions; i++) {
      const left = rows[from + i] as number
      const line = i * dimensions
      for (let j = 0; j <= i; j++) (gram[line + j] as number) += left * (rows[from + j] as number)
    }
  for (let i = 0; i < dimensions; i++)
    for (let j = 0; j <= i; j++) {
      const value = (gram[i * dimensions + j] as number) * scale
      gram[i * dimensions + j] = value
      gram[j * dimensions + i] = value
    }
  return gram
}

/** Improves a row (as it stands in `into`) for what it has done. */
type Solve = (acts: Uint32Array, into: Float32Array) => void

/** Solves rows of one side by conjugate gradients: (Σ h hᵀ + α₀ HᵀH + λ) w = Σ h, the sums over what the row has done. */
function rowSolver(other: Float32Array, options: IalsOptions): Solve {
  const { dimensions, background, regularisation, steps } = options
  const unobserved = (background * dimensions) / other.length
  const gram = gramian(other, dimensions, unobserved)
  const [residual, direction, product, solution] = [0, 0, 0, 0].map(() => new Float64Array(dimensions)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]

  /** The left side times `vector`, into `product`. */
  const multiply = (vector: Float64Array, acts: Uint32Array, ridge: number) => {
    for (let i = 0; i < dimensions; i++) {
      let sum = ridge * (vector[i] as number)
      const line = i * dimensions
      for (let j = 0; j < dimensions; j++) sum += (gram[line + j] as number) * (vector[j] as number)
      product[i] = sum
    }
    for (const act of acts) {
      const from = act * dimensions
      let sum = 0
      for (let i = 0; i < dimensions; i++) sum += (other[from + i] as number) * (vector[i] as number)
      for (let i = 0; i < dimensions; i++) (product[i] as number) += sum * (other[from + i] as number)
    }
  }

  return (acts, into) => {
    const ridge = regularisation * (acts.length + background)
    solution.set(into)
    multiply(solution, acts, ridge)
    for (let i = 0; i < dimensions; i++) residual[i] = -(product[i] as number)
    for (const act of acts) for (let i = 0, from = act * dimensions; i < dimensions; i++) (residual[i] as number) += other[from + i] as number
    direction.set(residual)
    let left = dot(residual, residual)
    for (let step = 0; step < steps && left > CLOSE; step++) {
      multiply(direction, acts, ridge)
      const stride = left / dot(direction, product)
      for (let i = 0; i < dimensions; i++) {
        solution[i] = (solution[i] as number) + stride * (direction[i] as number)
        residual[i] = (residual[i] as number) - stride * (product[i] as number)
      }
      const now = dot(residual, residual)
      for (let i = 0; i < dimensions; i++) direction[i] = (residual[i] as number) + (now / left) * (direction[i] as number)
      left = now
    }
    into.set(solution)
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function sweepOver(side: Interactions, rows: Float32Array, other: Float32Array, options: IalsOptions): void {
  const { dimensions } = options
  const solve = rowSolver(other, options)
  for (let row = 0; row < side.readers; row++) solve(rowOf(side, row), rows.subarray(row * dimensions, (row + 1) * dimensions))
}

/** Implicit matrix factorisation by alternating least squares (Rendle, Krichene, Zhang and Koren 2021, arXiv 2110.14037). */
export function factorise(interactions: Interactions, seed: number, options = IALS_DEFAULTS): Factors {
  const { dimensions, sweeps } = options
  const random = seeded(seed)
  const drawn = (count: number) => Float32Array.from({ length: count * dimensions }, () => (SPREAD / Math.sqrt(dimensions)) * normal(random))
  const readers = drawn(interactions.readers)
  const items = drawn(interactions.items)
  const doers = transposed(interactions)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    sweepOver(interactions, readers, items, options)
    sweepOver(doers, items, readers, options)
  }
  // From nothing it takes more steps than from where the last sweep ended.
  const solve = rowSolver(items, { ...options, steps: 2 * options.steps })
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

export const ials: Method = (interactions, { seed }) => scorerOf(factorise(interactions, seed))
