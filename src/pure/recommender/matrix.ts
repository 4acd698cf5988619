/** Who did what: a sparse matrix, a row a reader and a column an item, in compressed rows; in shared memory, for several threads. */
export interface Interactions {
  readonly readers: number
  readonly items: number
  /** readers + 1 positions in `columns`. */
  readonly starts: Uint32Array
  /** Items of each reader, ascending. */
  readonly columns: Uint32Array
  /** How much each entry of `columns` says, > 0; 1 is a like. Without, all are 1. */
  readonly weights?: Float32Array | undefined
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

/** From the weight (> 0) of each item that a reader did something with. */
export function weighedInteractionsOf(rows: readonly ReadonlyMap<number, number>[], items: number): Interactions {
  const acts = interactionsOf(
    rows.map((row) => [...row.keys()]),
    items,
  )
  const weights = sharedNumbers(acts.columns.length)
  for (const [reader, row] of rows.entries())
    for (let at = acts.starts[reader] as number; at < (acts.starts[reader + 1] as number); at++) weights[at] = row.get(acts.columns[at] as number) ?? 1
  return { ...acts, weights }
}

export const rowOf = ({ starts, columns }: Interactions, reader: number): Uint32Array => columns.subarray(starts[reader], starts[reader + 1])

/** The weights of a row's entries; undefined: all are 1. */
export const rowWeights = ({ starts, weights }: Interactions, reader: number): Float32Array | undefined => weights?.subarray(starts[reader], starts[reader + 1])

/** The same, a row an item. */
export function transposed({ readers, items, starts, columns, weights }: Interactions): Interactions {
  const turned = sharedIntegers(items + 1)
  for (const item of columns) (turned[item + 1] as number)++
  for (let item = 0; item < items; item++) (turned[item + 1] as number) += turned[item] as number
  const next = turned.slice(0, items)
  const rows = sharedIntegers(columns.length)
  const shares = weights && sharedNumbers(columns.length)
  for (let reader = 0; reader < readers; reader++)
    for (let at = starts[reader] as number; at < (starts[reader + 1] as number); at++) {
      const place = (next[columns[at] as number] as number)++
      rows[place] = reader
      if (weights && shares) shares[place] = weights[at] as number
    }
  return { readers: items, items: readers, starts: turned, columns: rows, weights: shares }
}

/** The same without the acts on items that `keeps` says no to. */
export function withoutItems({ readers, items, starts, columns, weights }: Interactions, keeps: (item: number) => boolean): Interactions {
  const places = Array.from(columns.keys()).filter((at) => keeps(columns[at] as number))
  const [left, ends] = [sharedIntegers(places.length), sharedIntegers(readers + 1)]
  for (const [at, place] of places.entries()) left[at] = columns[place] as number
  for (let reader = 0, at = 0; reader < readers; reader++) {
    while (at < places.length && (places[at] as number) < (starts[reader + 1] as number)) at++
    ends[reader + 1] = at
  }
  const shares = weights && sharedNumbers(places.length)
  if (weights && shares) for (const [at, place] of places.entries()) shares[at] = weights[place] as number
  return { readers, items, starts: ends, columns: left, weights: shares }
}

/** What was done with each item, all weights together: where all are 1, how many did it. */
export function countsOf({ items, columns, weights }: Interactions): Float64Array {
  const counts = sharedDoubles(items)
  for (let at = 0; at < columns.length; at++) (counts[columns[at] as number] as number) += weights ? (weights[at] as number) : 1
  return counts
}
