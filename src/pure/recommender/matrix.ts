/** Who did what: a sparse matrix of ones, a row a reader and a column an item, in compressed rows; in shared memory, for several threads. */
export interface Interactions {
  readonly readers: number
  readonly items: number
  /** readers + 1 positions in `columns`. */
  readonly starts: Uint32Array
  /** Items of each reader, ascending. */
  readonly columns: Uint32Array
}

export const sharedIntegers = (length: number) => new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
export const sharedNumbers = (length: number) => new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT))
export const sharedDoubles = (length: number) => new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))

/** From a list of items per reader; doubles count once. */
export function interactionsOf(rows: readonly (readonly number[])[], items: number): Interactions {
  const sorted = rows.map((row) => Uint32Array.from(new Set(row)).sort())
  const starts = sharedIntegers(rows.length + 1)
  for (const [reader, row] of sorted.entries()) starts[reader + 1] = (starts[reader] as number) + row.length
  const columns = sharedIntegers(starts[rows.length] as number)
  for (const [reader, row] of sorted.entries()) columns.set(row, starts[reader])
  return { readers: rows.length, items, starts, columns }
}

export const rowOf = ({ starts, columns }: Interactions, reader: number): Uint32Array => columns.subarray(starts[reader], starts[reader + 1])

/** The same, a row an item. */
export function transposed({ readers, items, starts, columns }: Interactions): Interactions {
  const turned = sharedIntegers(items + 1)
  for (const item of columns) (turned[item + 1] as number)++
  for (let item = 0; item < items; item++) (turned[item + 1] as number) += turned[item] as number
  const next = turned.slice(0, items)
  const rows = sharedIntegers(columns.length)
  for (let reader = 0; reader < readers; reader++)
    for (let at = starts[reader] as number; at < (starts[reader + 1] as number); at++) rows[(next[columns[at] as number] as number)++] = reader
  return { readers: items, items: readers, starts: turned, columns: rows }
}

/** How many have done each item. */
export function countsOf({ items, columns }: Interactions): Float64Array {
  const counts = new Float64Array(items)
  for (const item of columns) (counts[item] as number)++
  return counts
}
