/** What is left beside the diagonal, as a share of it (squared). */
const CLOSE = 1e-20
const MOST_SWEEPS = 30

function besideDiagonal(matrix: Float64Array, size: number): { beside: number; along: number } {
  let [beside, along] = [0, 0]
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      if (i === j) along += (matrix[i * size + i] as number) ** 2
      else beside += (matrix[i * size + j] as number) ** 2
    }
  return { beside, along }
}

/** Turns rows p and q of a matrix by the angle of cosine c and sine s. */
function turnRows(matrix: Float64Array, size: number, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < size; i++) {
    const [x, y] = [matrix[p * size + i] as number, matrix[q * size + i] as number]
    matrix[p * size + i] = c * x - s * y
    matrix[q * size + i] = s * x + c * y
  }
}

function turnColumns(matrix: Float64Array, size: number, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < size; i++) {
    const [x, y] = [matrix[i * size + p] as number, matrix[i * size + q] as number]
    matrix[i * size + p] = c * x - s * y
    matrix[i * size + q] = s * x + c * y
  }
}

/** Eigenvectors of a symmetric matrix, a row each, those of the largest values first (cyclic Jacobi: Golub and Van Loan 8.5). */
export function principalAxes(symmetric: Float64Array, size: number): Float64Array {
  const matrix = Float64Array.from(symmetric)
  const axes = new Float64Array(size * size)
  for (let i = 0; i < size; i++) axes[i * size + i] = 1
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const { beside, along } = besideDiagonal(matrix, size)
    if (beside <= CLOSE * along) break
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const off = matrix[p * size + q] as number
        if (off * off <= (CLOSE * along) / (size * size)) continue
        const theta = ((matrix[q * size + q] as number) - (matrix[p * size + p] as number)) / (2 * off)
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        turnRows(matrix, size, p, q, c, t * c)
        turnColumns(matrix, size, p, q, c, t * c)
        turnRows(axes, size, p, q, c, t * c)
      }
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => (matrix[b * size + b] as number) - (matrix[a * size + a] as number) || a - b)
  const sorted = new Float64Array(size * size)
  for (const [to, from] of order.entries()) sorted.set(axes.subarray(from * size, (from + 1) * size), to * size)
  return sorted
}
