/** Numbers in a vector of the first stage. */
export const WIDTH = 64
/** Vectors of one reader that are asked for together. */
export const MOST_QUERIES = 4
/** Items that one question may bring. */
export const MOST_HITS = 2_000

/** Scores an item by the product with `vector` (length: WIDTH), and `offset` added. */
export interface Query {
  vector: ArrayLike<number>
  offset: number
}

export interface Filters {
  /** How many at most, ≤ MOST_HITS. */
  limit: number
  /** Bits of the languages of which an item must have one; ALL_LANGUAGES: any. */
  languages: number
  /** Items that are left out. */
  skip: Iterable<number>
  /** Authors, by number, whose items are left out. */
  blocked: Iterable<number>
}

export interface Hit {
  item: number
  /** The largest over the queries. */
  score: number
}

export const ALL_LANGUAGES = -1

/** The first stage: which of all items a reader's vectors are nearest to. The scan is one way; an approximate index may be another. */
export interface Nearest {
  /** Best first, of equal ones the lower item; 1 … MOST_QUERIES queries. */
  search(queries: readonly Query[], filters: Filters): Hit[]
}
