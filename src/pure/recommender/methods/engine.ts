import type { Method } from '../method.ts'
import { linearFilter } from './graph-filter.ts'
import { factorise, IALS_DEFAULTS, scorerOf } from './ials.ts'
import { lowPassFilter } from './low-pass.ts'

/** Of the low-pass filter beside the linear one, as GF-CF has it. */
const LOW_PASS = 0.3
/** Of the graph beside the factors, in standard deviations. */
const GRAPH = 1

/** To mean 0 and deviation 1, in place. */
export function standardise(scores: Float32Array): void {
  let [sum, squares] = [0, 0]
  for (const score of scores) {
    sum += score
    squares += score * score
  }
  const mean = sum / scores.length
  const deviation = Math.sqrt(Math.max(0, squares / scores.length - mean * mean)) || 1
  for (let i = 0; i < scores.length; i++) scores[i] = ((scores[i] as number) - mean) / deviation
}

/**
 * What Commonplace ranks with when there are acts to learn from: factors (iALS) and a graph filter (GF-CF) see different things, and the
 * sum of both, each in its own standard deviations, is better than either.
 */
export const engine: Method = (interactions, { seed }) => {
  const factors = scorerOf(factorise(interactions, seed, { ...IALS_DEFAULTS, dimensions: 128 }))
  const linear = linearFilter(interactions)
  const smooth = lowPassFilter(interactions, seed)
  const passed = new Float32Array(interactions.items)
  const graph = new Float32Array(interactions.items)
  return {
    score(acts, scores) {
      linear(acts, graph)
      smooth(acts, passed)
      for (let item = 0; item < graph.length; item++) (graph[item] as number) += LOW_PASS * (passed[item] as number)
      standardise(graph)
      factors.score(acts, scores)
      standardise(scores)
      for (let item = 0; item < scores.length; item++) (scores[item] as number) += GRAPH * (graph[item] as number)
    },
  }
}
