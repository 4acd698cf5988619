import { type Interactions, rowOf, rowWeights } from '../matrix.ts'

/** What a reader did, once an item, ascending: so that the same acts are the same sums, in whatever order they came. */
export interface Acts {
  readonly items: Uint32Array
  /** One an item, never 0: > 0 wanted, < 0 not wanted; 1 is a like. */
  readonly weights: Float64Array
}

/** Weights of one item add up; an item whose weights cancel each other was never acted on. */
export function actsOf(given: Iterable<readonly [item: number, weight: number]>): Acts {
  const byItem = new Map<number, number[]>()
  for (const [item, weight] of given) {
    const weights = byItem.get(item)
    if (weights) weights.push(weight)
    else byItem.set(item, [weight])
  }
  const sums = [...byItem].map(([item, weights]) => [item, weights.sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0)] as const)
  const kept = sums.filter(([, weight]) => weight !== 0).sort(([a], [b]) => a - b)
  return { items: Uint32Array.from(kept, ([item]) => item), weights: Float64Array.from(kept, ([, weight]) => weight) }
}

/** Each item done once. */
export const plainActs = (items: Uint32Array): Acts => ({ items, weights: new Float64Array(items.length).fill(1) })

/** What a reader of a matrix did. */
export function actsIn(interactions: Interactions, reader: number): Acts {
  const [items, weights] = [rowOf(interactions, reader), rowWeights(interactions, reader)]
  return weights ? { items, weights: Float64Array.from(weights) } : plainActs(items)
}
