import { type Interactions, rowOf } from '../matrix.ts'
import type { Method } from '../method.ts'

const REGULARISATION = 300
/** Its matrix is items × items in memory, and its training grows with their cube. */
export const MOST_ITEMS = 10_000

/** XᵀX + λ, the lower half. */
function gramOf(interactions: Interactions, ridge: number): Float64Array {
  const { items } = interactions
  const gram = new Float64Array(items * items)
  for (let reader = 0; reader < interactions.readers; reader++) {
    const row = rowOf(interactions, reader)
    for (let a = 0; a < row.length; a++) for (let b = 0; b <= a; b++) (gram[(row[a] as number) * items + (row[b] as number)] as number)++
  }
  for (let item = 0; item < items; item++) (gram[item * items + item] as number) += ridge
  return gram
}

/** Factor L of a symmetric positive matrix, in place in its lower half. */
function cholesky(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const line = i * size
    for (let j = 0; j <= i; j++) {
      const other = j * size
      let sum = matrix[line + j] as number
      for (let k = 0; k < j; k++) sum -= (matrix[line + k] as number) * (matrix[other + k] as number)
      matrix[line + j] = i === j ? Math.sqrt(sum) : sum / (matrix[other + j] as number)
    }
  }
}

/** L⁻¹ in place of L. */
function invertLower(matrix: Float64Array, size: number): void {
  const line = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    line.fill(0)
    for (let k = 0; k < i; k++) {
      const factor = matrix[i * size + k] as number
      if (factor === 0) continue
      for (let j = 0; j <= k; j++) (line[j] as number) += factor * (matrix[k * size + j] as number)
    }
    const pivot = 1 / (matrix[i * size + i] as number)
    for (let j = 0; j < i; j++) matrix[i * size + j] = -pivot * (line[j] as number)
    matrix[i * size + i] = pivot
  }
}

/** L⁻ᵀ L⁻¹: the inverse of what L was the factor of. */
function inverseFrom(lower: Float64Array, size: number): Float32Array {
  const inverse = new Float32Array(size * size)
  const line = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    line.fill(0)
    for (let k = i; k < size; k++) {
      const factor = lower[k * size + i] as number
      if (factor === 0) continue
      for (let j = 0; j <= i; j++) (line[j] as number) += factor * (lower[k * size + j] as number)
    }
    for (let j = 0; j <= i; j++) {
      inverse[i * size + j] = line[j] as number
      inverse[j * size + i] = line[j] as number
    }
  }
  return inverse
}

/** A linear model over items whose diagonal is zero, in closed form (Steck 2019, arXiv 1905.03375). At most 10,000 items. */
export const ease: Method = (interactions) => {
  const { items } = interactions
  if (items > MOST_ITEMS) throw new RangeError(`${items} items > ${MOST_ITEMS}`)
  const gram = gramOf(interactions, REGULARISATION)
  cholesky(gram, items)
  invertLower(gram, items)
  const weights = inverseFrom(gram, items)
  for (let item = 0; item < items; item++) {
    const diagonal = -(weights[item * items + item] as number)
    weights[item * items + item] = 0
    // By columns: B(i, j) = P(i, j) / −P(j, j), kept as the row of j because P is symmetric.
    for (let other = 0; other < items; other++) (weights[item * items + other] as number) /= diagonal
  }
  return {
    score(acts, scores) {
      for (let item = 0; item < items; item++) {
        let sum = 0
        for (const act of acts) sum += weights[item * items + act] as number
        scores[item] = sum
      }
    },
  }
}
