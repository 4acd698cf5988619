import { countsOf, type Interactions, interactionsOf } from './matrix.ts'

/** What items say of themselves (topics, language, country, author): tf-idf of terms, each item's row of length 1. */
export interface Content {
  /** A row an item and a column a term. */
  readonly terms: Interactions
  /** Of each entry of `terms.columns`, > 0. */
  readonly weights: Float32Array
}

/** From a list of terms per item. A term that all items share says nothing and weighs nothing. */
export function contentOf(rows: readonly (readonly number[])[], count: number): Content {
  const terms = interactionsOf(rows, count)
  const rarity = countsOf(terms).map((items) => Math.log(terms.readers / items))
  const weights = Float32Array.from(terms.columns, (term) => rarity[term] as number)
  for (let item = 0; item < terms.readers; item++) {
    const row = weights.subarray(terms.starts[item], terms.starts[item + 1])
    const length = Math.hypot(...row)
    if (length > 0) for (let at = 0; at < row.length; at++) (row[at] as number) /= length
  }
  return { terms, weights }
}

export const weightsOf = ({ terms, weights }: Content, item: number): Float32Array => weights.subarray(terms.starts[item], terms.starts[item + 1])
