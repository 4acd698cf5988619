import { normal, seeded } from '../random.ts'

/** Who met which note, and whether they liked it: one entry each. */
export interface Meetings {
  readonly readers: readonly number[]
  readonly notes: readonly number[]
  readonly liked: readonly boolean[]
}

/** As published for Community Notes (Wojcik et al. 2022, arXiv 2210.15723): intercepts are held back five times as much as factors. */
const HELD = { intercept: 0.15, factor: 0.03 } as const
const SWEEPS = 50
const SPREAD = 0.1
/** Of a reader who met fewer, nothing can be told; nor of anybody among fewer meetings. */
const FEWEST_MET = 10
const FEWEST_MEETINGS = 60

/** What is learnt of readers, or of notes. */
interface Side {
  intercepts: Float64Array
  factors: Float64Array
}
const sideOf = (count: number): Side => ({ intercepts: new Float64Array(count), factors: new Float64Array(count) })
const SUMS = 5

/** The intercepts and factors of one side that fit best to those of the other: two unknowns a row, solved exactly. */
function improve(side: Side, rows: readonly number[], other: Side, columns: readonly number[], residual: (at: number) => number): void {
  const sums = new Float64Array(SUMS * side.factors.length)
  for (const [at, row] of rows.entries()) {
    const column = columns[at] as number
    const factor = other.factors[column] as number
    const left = residual(at) - (other.intercepts[column] as number)
    for (const [i, term] of [1, factor, factor * factor, left, left * factor].entries()) sums[SUMS * row + i] = (sums[SUMS * row + i] as number) + term
  }
  for (let row = 0; row < side.factors.length; row += 1) {
    const [count, first, second, sum, along] = sums.subarray(SUMS * row, SUMS * (row + 1)) as unknown as [number, number, number, number, number]
    const [a, c] = [count + HELD.intercept, second + HELD.factor]
    const determinant = a * c - first * first
    side.intercepts[row] = (c * sum - first * along) / determinant
    side.factors[row] = (a * along - first * sum) / determinant
  }
}

/**
 * By reader: on which of two sides they are, −1 or 1, as what they like and pass by tells; 0: it does not tell. A like is taken for
 * mean + reader's intercept + note's intercept + reader's factor · note's factor; the sign of the factor is the side (features E6, rule 2). The same meetings
 * give the same sides.
 */
export function leaningsOf({ readers, notes, liked }: Meetings): Int8Array {
  const count = (rows: readonly number[]) => rows.reduce((most, row) => Math.max(most, row + 1), 0)
  const [reading, read] = [sideOf(count(readers)), sideOf(count(notes))]
  const sides = new Int8Array(reading.factors.length)
  if (liked.length < FEWEST_MEETINGS) return sides
  const random = seeded(1)
  for (const reader of reading.factors.keys()) reading.factors[reader] = SPREAD * normal(random)
  const mean = liked.filter(Boolean).length / liked.length
  const residual = (at: number) => Number(liked[at]) - mean
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    improve(read, notes, reading, readers, residual)
    improve(reading, readers, read, notes, residual)
  }
  const met = new Uint32Array(sides.length)
  for (const reader of readers) met[reader] = (met[reader] as number) + 1
  return sides.map((_, reader) => ((met[reader] as number) < FEWEST_MET ? 0 : Math.sign(reading.factors[reader] as number)))
}
