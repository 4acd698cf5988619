import { countsOf, rowOf, transposed } from '../matrix.ts'
import type { Method } from '../method.ts'

/** Cosine of each item with those that the reader has done, summed over all of them (Sarwar et al. 2001, without a cut). */
export const itemKnn: Method = (interactions) => {
  const doers = transposed(interactions)
  const lengths = countsOf(interactions).map(Math.sqrt)
  return {
    score(acts, scores) {
      scores.fill(0)
      for (const act of acts) {
        const weight = 1 / (lengths[act] as number)
        for (const reader of rowOf(doers, act)) for (const item of rowOf(interactions, reader)) (scores[item] as number) += weight
      }
      for (let item = 0; item < scores.length; item++) if (scores[item] !== 0) (scores[item] as number) /= lengths[item] as number
    },
  }
}
