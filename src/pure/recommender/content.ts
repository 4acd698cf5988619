import { countsOf, type Interactions, interactionsOf, rowOf } from './matrix.ts'

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

/** The sum of the rows of `items`, over all terms: what a reader's acts are about. */
export function profileOf(content: Content, items: Uint32Array): Float32Array {
  const profile = new Float32Array(content.terms.items)
  for (const item of items) {
    const weights = weightsOf(content, item)
    for (const [at, term] of rowOf(content.terms, item).entries()) (profile[term] as number) += weights[at] as number
  }
  return profile
}

/** Each item's row times `profile`. */
export function matchProfile({ terms, weights }: Content, profile: Float32Array, scores: Float32Array): void {
  for (let item = 0; item < terms.readers; item++) {
    let sum = 0
    for (let at = terms.starts[item] as number; at < (terms.starts[item + 1] as number); at++)
      sum += (weights[at] as number) * (profile[terms.columns[at] as number] as number)
    scores[item] = sum
  }
}
