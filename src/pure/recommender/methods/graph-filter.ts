import { countsOf, type Interactions, rowOf, transposed } from '../matrix.ts'
import type { Method } from '../method.ts'

const inverse = (count: number): number => (count > 0 ? 1 / count : 0)

/** Scores by two steps through the graph of readers and items: to who did the same, and on to what else they did. */
export function linearFilter(interactions: Interactions): (acts: Uint32Array, scores: Float32Array) => void {
  const doers = transposed(interactions)
  const weights = countsOf(interactions).map((count) => Math.sqrt(inverse(count)))
  return (acts, scores) => {
    scores.fill(0)
    for (const act of acts) {
      const weight = weights[act] as number
      for (const reader of rowOf(doers, act)) {
        const row = rowOf(interactions, reader)
        const share = weight / row.length
        for (const item of row) (scores[item] as number) += share
      }
    }
    for (let item = 0; item < scores.length; item++) (scores[item] as number) *= weights[item] as number
  }
}

/**
 * The linear part of GF-CF (Shen et al. 2021, arXiv 2108.07567): r · R̃ᵀR̃ with R̃ = D_readers^-½ R D_items^-½. What many who share little
 * else have done together counts less than what a few have.
 */
export const graphFilter: Method = (interactions) => ({ score: linearFilter(interactions) })
