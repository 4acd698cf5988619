import { type Interactions, sharedIntegers, sharedNumbers } from './matrix.ts'

/** A sparse matrix with weights, in compressed rows; in shared memory, for several threads. */
export interface Lists {
  /** rows + 1 positions in `columns` and `weights`. */
  readonly starts: Uint32Array
  readonly columns: Uint32Array
  readonly weights: Float32Array
}

/** From rows of pairs (column, weight). */
export function listsOf(rows: readonly (readonly (readonly [number, number])[])[]): Lists {
  const starts = sharedIntegers(rows.length + 1)
  for (const [at, row] of rows.entries()) starts[at + 1] = (starts[at] as number) + row.length
  const columns = sharedIntegers(starts[rows.length] as number)
  const weights = sharedNumbers(columns.length)
  for (const [at, row] of rows.entries())
    for (const [place, [column, weight]] of row.entries()) {
      columns[(starts[at] as number) + place] = column
      weights[(starts[at] as number) + place] = weight
    }
  return { starts, columns, weights }
}

/** Row times a vector over columns. */
export function timesRow({ starts, columns, weights }: Lists, row: number, values: Float32Array): number {
  let sum = 0
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) sum += (weights[at] as number) * (values[columns[at] as number] as number)
  return sum
}

/** Adds row × `times` to a vector over columns. */
export function addRow({ starts, columns, weights }: Lists, row: number, times: number, into: Float32Array): void {
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) (into[columns[at] as number] as number) += times * (weights[at] as number)
}

/** Sets to 0 what `addRow` touched. */
export function clearRow({ starts, columns }: Lists, row: number, into: Float32Array): void {
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) into[columns[at] as number] = 0
}

/** Rows of a matrix, and rows that came later: a row more each. */
export class GrowingLists {
  readonly first: Lists
  readonly later: Lists[] = []

  constructor(first: Lists) {
    this.first = first
  }

  /** Calls `work` with the lists that hold the row, and its number there. */
  at<T>(row: number, work: (lists: Lists, row: number) => T, none: T): T {
    const known = this.first.starts.length - 1
    if (row < known) return work(this.first, row)
    const later = this.later[row - known]
    return later ? work(later, 0) : none
  }
}

/** The same turned round: a row a column. */
export function turnedLists({ starts, columns, weights }: Lists, count: number): Lists {
  const turned = sharedIntegers(count + 1)
  for (const column of columns) (turned[column + 1] as number)++
  for (let column = 0; column < count; column++) (turned[column + 1] as number) += turned[column] as number
  const next = turned.slice(0, count)
  const rows = sharedIntegers(columns.length)
  const shares = sharedNumbers(columns.length)
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const place = (next[columns[at] as number] as number)++
      rows[place] = row
      shares[place] = weights[at] as number
    }
  return { starts: turned, columns: rows, weights: shares }
}

/** Of a matrix of ones, with the weights of its entries. */
export const weighted = ({ starts, columns }: Interactions, weights: Float32Array): Lists => ({ starts, columns, weights })
