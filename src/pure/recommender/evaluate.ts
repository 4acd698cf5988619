import type { Content } from './content.ts'
import { type Interactions, rowOf } from './matrix.ts'
import type { Scorer } from './method.ts'
import { gini, ndcg, recall } from './metrics.ts'
import { topOf } from './top.ts'

/** What is known of readers, and what they did afterwards. */
export interface Split {
  train: Interactions
  /** By reader; empty when nothing is held out. */
  test: readonly (readonly number[])[]
  /** Only these are ranked; null: all. */
  candidates: readonly number[] | null
  /** What the items say of themselves; null when no file says. */
  content: Content | null
}

export interface Quality {
  recall: number
  ndcg: number
  /** Share of the ranked items that anybody was shown. */
  coverage: number
  /** Of how often each was shown, 0 … 1. */
  gini: number
  readers: number
}

/** Scores all candidates for each reader with something held out, without what they had done before, and looks at the first k. */
export function evaluate({ train, test, candidates }: Omit<Split, 'content'>, scorer: Scorer, k: number): Quality {
  const shown = new Float64Array(train.items)
  const isRanked = candidates ? new Uint8Array(train.items) : null
  for (const item of candidates ?? []) if (isRanked) isRanked[item] = 1
  const scores = new Float32Array(train.items)
  const sums = { recall: 0, ndcg: 0, readers: 0 }
  for (const [reader, held] of test.entries()) {
    if (held.length === 0) continue
    const acts = rowOf(train, reader)
    scorer.score(acts, scores)
    for (const act of acts) scores[act] = Number.NEGATIVE_INFINITY
    if (isRanked) for (let item = 0; item < scores.length; item++) if (isRanked[item] === 0) scores[item] = Number.NEGATIVE_INFINITY
    const top = topOf(scores, k)
    for (const item of top) (shown[item] as number)++
    const wanted = new Set(held)
    sums.recall += recall(top, wanted, k)
    sums.ndcg += ndcg(top, wanted, k)
    sums.readers += 1
  }
  const ranked = candidates ? Float64Array.from(candidates, (item) => shown[item] as number) : shown
  return {
    recall: sums.recall / sums.readers,
    ndcg: sums.ndcg / sums.readers,
    coverage: ranked.filter((count) => count > 0).length / ranked.length,
    gini: gini(ranked),
    readers: sums.readers,
  }
}
