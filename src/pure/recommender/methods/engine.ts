import { countsOf } from '../matrix.ts'
import type { Method } from '../method.ts'
import { linearFilter } from './graph-filter.ts'
import { scorerOf } from './ials.ts'
import { lowPassFilter } from './low-pass.ts'
import { factorsOf, newItems } from './new-items.ts'
import { standardise } from './standardise.ts'

/** Of the low-pass filter beside the linear one, as GF-CF has it. */
const LOW_PASS = 0.3
/** Of the graph beside the factors, in standard deviations. */
const GRAPH = 1
/** With so many acts an item is judged half by them and half by what it says of itself. */
const HALF_KNOWN = 2

/**
 * What Commonplace ranks with. Of items that readers have acted on, factors (iALS) and a graph filter (GF-CF) see different things, and
 * the sum of both, each in its own standard deviations, is better than either. A new item is placed by its content, and handed over as acts
 * come.
 */
export const engine: Method = async (interactions, { seed, content, crew }) => {
  const { items } = interactions
  const factors = await factorsOf(interactions, content, seed, crew)
  const linear = linearFilter(interactions)
  const smooth = await lowPassFilter(interactions, seed, crew)
  const asNew = content ? await newItems(interactions, content, factors, seed, crew) : null
  const evidence = countsOf(interactions).map((count) => count / (count + HALF_KNOWN))
  const byFactors = scorerOf(factors)
  const passed = new Float32Array(items)
  const graph = new Float32Array(items)
  const fresh = new Float32Array(items)
  return {
    score(acts, scores) {
      linear(acts, graph)
      smooth(acts, passed)
      for (let item = 0; item < items; item++) (graph[item] as number) += LOW_PASS * (passed[item] as number)
      standardise(graph)
      byFactors.score(acts, scores)
      standardise(scores)
      for (let item = 0; item < items; item++) (scores[item] as number) += GRAPH * (graph[item] as number)
      if (!asNew) return
      asNew(acts, fresh)
      standardise(fresh)
      standardise(scores)
      for (let item = 0; item < items; item++) {
        const known = evidence[item] as number
        scores[item] = known * (scores[item] as number) + (1 - known) * (fresh[item] as number)
      }
    },
  }
}
