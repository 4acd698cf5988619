import { type Content, weightsOf } from '../content.ts'
import { type Interactions, rowOf, sharedNumbers } from '../matrix.ts'
import type { Scorer } from '../method.ts'
import { type Factors, readerOf, scoreByVector } from './ials.ts'

const REGULARISATION = 1
const MOST_STEPS = 40
/** Of the squared length of the right side, what may be left. */
const CLOSE = 1e-7

/** `content` · `right`: a row an item. */
function timesContent(content: Content, right: ArrayLike<number>, width: number): Float64Array {
  const product = new Float64Array(content.terms.readers * width)
  for (let item = 0; item < content.terms.readers; item++) {
    const weights = weightsOf(content, item)
    for (const [at, term] of rowOf(content.terms, item).entries()) {
      const weight = weights[at] as number
      for (let i = 0, from = term * width, into = item * width; i < width; i++) (product[into++] as number) += weight * (right[from + i] as number)
    }
  }
  return product
}

/** `content` transposed · `right`, over the items that `counts`: a row a term. */
function backToTerms(content: Content, right: ArrayLike<number>, width: number, counts: (item: number) => boolean): Float64Array {
  const product = new Float64Array(content.terms.items * width)
  for (let item = 0; item < content.terms.readers; item++) {
    if (!counts(item)) continue
    const weights = weightsOf(content, item)
    for (const [at, term] of rowOf(content.terms, item).entries()) {
      const weight = weights[at] as number
      for (let i = 0, from = item * width, into = term * width; i < width; i++) (product[into++] as number) += weight * (right[from + i] as number)
    }
  }
  return product
}

const squared = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0)

/**
 * Where each term says that factors lie, terms × dimensions: the W of (XᵀX + λ) W = XᵀQ over the items that `known` says have factors from
 * acts, by conjugate gradients. An item's factors are then its terms' row times W.
 */
export function factorsOfTerms(content: Content, { items, dimensions }: Factors, known: (item: number) => boolean): Float32Array {
  const solution = new Float64Array(content.terms.items * dimensions)
  const residual = backToTerms(content, items, dimensions, known)
  const direction = residual.slice()
  const goal = CLOSE * squared(residual)
  let left = squared(residual)
  for (let step = 0; step < MOST_STEPS && left > goal; step++) {
    const product = backToTerms(content, timesContent(content, direction, dimensions), dimensions, known)
    let along = 0
    for (let i = 0; i < product.length; i++) {
      ;(product[i] as number) += REGULARISATION * (direction[i] as number)
      along += (direction[i] as number) * (product[i] as number)
    }
    const stride = left / along
    for (let i = 0; i < product.length; i++) {
      ;(solution[i] as number) += stride * (direction[i] as number)
      ;(residual[i] as number) -= stride * (product[i] as number)
    }
    const now = squared(residual)
    for (let i = 0; i < direction.length; i++) direction[i] = (residual[i] as number) + (now / left) * (direction[i] as number)
    left = now
  }
  const shared = sharedNumbers(solution.length)
  shared.set(solution)
  return shared
}

/** Factors from content for all items, and the reader's from what they have done (CB2CF kind). */
export function ridgeScorer(content: Content, interactions: Interactions, factors: Factors): Scorer {
  const done = new Uint8Array(interactions.items)
  for (const item of interactions.columns) done[item] = 1
  const terms = factorsOfTerms(content, factors, (item) => done[item] === 1)
  const items = Float32Array.from(timesContent(content, terms, factors.dimensions))
  const foldIn = readerOf(factors)
  return { score: (acts, scores) => scoreByVector(foldIn(acts), items, scores) }
}
