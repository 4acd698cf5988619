import { type Interactions, rowOf, rowWeights } from './matrix.ts'

/** Squared length of what a step may leave. */
const CLOSE = 1e-20

/** Adds up the outer products of rows `from` … `to` of `matrix` (width numbers each): the lower half of width × width, at `part` of `sums`. */
export function gramOfRows({ matrix, width, sums }: { matrix: Float32Array; width: number; sums: Float64Array }, from: number, to: number, part: number): void {
  const gram = sums.subarray(part * width * width, (part + 1) * width * width)
  gram.fill(0)
  let row = from * width
  // Four rows at a time: each sum is fetched and stored once for all of them.
  for (; row + 4 * width <= to * width; row += 4 * width) {
    const [b, c, d] = [row + width, row + 2 * width, row + 3 * width]
    for (let i = 0; i < width; i++) {
      const [x, y, z, w] = [matrix[row + i] as number, matrix[b + i] as number, matrix[c + i] as number, matrix[d + i] as number]
      const line = i * width
      for (let j = 0; j <= i; j++)
        (gram[line + j] as number) +=
          x * (matrix[row + j] as number) + y * (matrix[b + j] as number) + z * (matrix[c + j] as number) + w * (matrix[d + j] as number)
    }
  }
  for (; row < to * width; row += width)
    for (let i = 0; i < width; i++) {
      const left = matrix[row + i] as number
      const line = i * width
      for (let j = 0; j <= i; j++) (gram[line + j] as number) += left * (matrix[row + j] as number)
    }
}

export interface Side {
  /** A row for each of those to be solved, its columns rows of `other`. */
  acts: Interactions
  /** What is improved: a row of `dimensions` numbers each. */
  rows: Float32Array
  other: Float32Array
  /** α₀ HᵀH of `other`: dimensions × dimensions. */
  gram: Float64Array
  dimensions: number
  /** Added to the diagonal, for each act of the row and `background` more. */
  regularisation: number
  background: number
  /** Conjugate gradient steps a row; each begins with what stands in `rows`. */
  steps: number
}

/** One an act: how sure it is, below zero that it was *not* wanted. */
type Weights = Float64Array | Float32Array

/** Without `weights` all are 1. */
export type Solve = (acts: Uint32Array, into: Float32Array, weights?: Weights) => void

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** Solves rows of one side by conjugate gradients: (Σ |c| h hᵀ + α₀ HᵀH + λ) w = Σ c h, the sums over what the row has done, c its weight. */
export function rowSolver({ other, gram, dimensions, regularisation, background, steps }: Omit<Side, 'acts' | 'rows'>): Solve {
  const [residual, direction, product, solution] = [0, 0, 0, 0].map(() => new Float64Array(dimensions)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]

  /** The left side times `vector`, into `product`. */
  const multiply = (vector: Float64Array, acts: Uint32Array, ridge: number, weights?: Weights) => {
    for (let i = 0; i < dimensions; i++) {
      let sum = ridge * (vector[i] as number)
      const line = i * dimensions
      for (let j = 0; j < dimensions; j++) sum += (gram[line + j] as number) * (vector[j] as number)
      product[i] = sum
    }
    for (let at = 0; at < acts.length; at++) {
      const from = (acts[at] as number) * dimensions
      let sum = 0
      for (let i = 0; i < dimensions; i++) sum += (other[from + i] as number) * (vector[i] as number)
      if (weights) sum *= Math.abs(weights[at] as number)
      for (let i = 0; i < dimensions; i++) (product[i] as number) += sum * (other[from + i] as number)
    }
  }

  return (acts, into, weights) => {
    let certainty = weights ? 0 : acts.length
    for (const weight of weights ?? []) certainty += Math.abs(weight)
    const ridge = regularisation * (certainty + background)
    solution.set(into)
    multiply(solution, acts, ridge, weights)
    for (let i = 0; i < dimensions; i++) residual[i] = -(product[i] as number)
    for (let at = 0; at < acts.length; at++) {
      const weight = weights ? (weights[at] as number) : 1
      for (let i = 0, from = (acts[at] as number) * dimensions; i < dimensions; i++) (residual[i] as number) += weight * (other[from + i] as number)
    }
    direction.set(residual)
    let left = dot(residual, residual)
    for (let step = 0; step < steps && left > CLOSE; step++) {
      multiply(direction, acts, ridge, weights)
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

export function solveRows(side: Side, from: number, to: number): void {
  const { acts, rows, dimensions } = side
  const solve = rowSolver(side)
  for (let row = from; row < to; row++) solve(rowOf(acts, row), rows.subarray(row * dimensions, (row + 1) * dimensions), rowWeights(acts, row))
}

export interface Product {
  /** Weighed by row and by column beside its own weights. */
  matrix: Interactions
  rowShares: Float64Array
  columnShares: Float64Array
  /** A row of `width` numbers for each column of the matrix. */
  right: Float32Array
  width: number
  into: Float32Array
}

export function timesNormalisedRows({ matrix, rowShares, columnShares, right, width, into }: Product, first: number, last: number): void {
  const sums = new Float64Array(width)
  for (let row = first; row < last; row++) {
    sums.fill(0)
    for (let at = matrix.starts[row] as number; at < (matrix.starts[row + 1] as number); at++) {
      const column = matrix.columns[at] as number
      const weight = (columnShares[column] as number) * (matrix.weights ? (matrix.weights[at] as number) : 1)
      const from = column * width
      for (let i = 0; i < width; i++) (sums[i] as number) += weight * (right[from + i] as number)
    }
    const weight = rowShares[row] as number
    for (let i = 0, to = row * width; i < width; i++) into[to++] = weight * (sums[i] as number)
  }
}

/** Each row r of `matrix` becomes the x of x · Lᵀ = r, in place; where L has a zero on its diagonal, x has one. */
export function triangularRows({ matrix, lower, width }: { matrix: Float32Array; lower: Float64Array; width: number }, from: number, to: number): void {
  const solved = new Float64Array(width)
  for (let row = from * width; row < to * width; row += width) {
    for (let i = 0; i < width; i++) {
      const line = i * width
      const pivot = lower[line + i] as number
      let sum = matrix[row + i] as number
      for (let j = 0; j < i; j++) sum -= (lower[line + j] as number) * (solved[j] as number)
      solved[i] = pivot > 0 ? sum / pivot : 0
    }
    for (let i = 0; i < width; i++) matrix[row + i] = solved[i] as number
  }
}

/** Each row of `matrix` (width numbers) becomes its products with `axes` (a row each), in place. */
export function turnRows({ matrix, axes, width }: { matrix: Float32Array; axes: Float64Array; width: number }, from: number, to: number): void {
  const turned = new Float64Array(width)
  for (let row = from * width; row < to * width; row += width) {
    for (let axis = 0; axis < width; axis++) {
      let sum = 0
      for (let i = 0, at = axis * width; i < width; i++) sum += (axes[at + i] as number) * (matrix[row + i] as number)
      turned[axis] = sum
    }
    matrix.set(turned, row)
  }
}
