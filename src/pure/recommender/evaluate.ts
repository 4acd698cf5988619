import type { Content } from './content.ts'
import type { Crew } from './crew.ts'
import { type Interactions, sharedIntegers } from './matrix.ts'
import type { Scorer } from './method.ts'
import { gini, ndcg, recall } from './metrics.ts'
import { type Ranking, rankWith } from './rank-rows.ts'

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

/** Ranks all candidates for each reader with something held out, without what they had done before, and looks at the first k. */
export async function evaluate({ train, test, candidates }: Omit<Split, 'content'>, scorer: Scorer, k: number, crew: Crew): Promise<Quality> {
  const readers = sharedIntegers(test.filter((held) => held.length > 0).length)
  readers.set([...test.keys()].filter((reader) => test[reader]?.length))
  const ranking: Ranking = {
    train,
    readers,
    isRanked: candidates ? marked(train.items, candidates) : null,
    k,
    tops: sharedIntegers(readers.length * k),
    lengths: sharedIntegers(readers.length),
  }
  if (scorer.model) await crew.run('rankRows', { model: scorer.model, ...ranking }, readers.length)
  else rankWith(scorer, ranking, 0, readers.length)
  return qualityOf(ranking, test, candidates)
}

function marked(count: number, members: readonly number[]): Uint8Array {
  const marks = new Uint8Array(new SharedArrayBuffer(count))
  for (const member of members) marks[member] = 1
  return marks
}

function qualityOf({ train, readers, k, tops, lengths }: Ranking, test: Split['test'], candidates: Split['candidates']): Quality {
  const shown = new Float64Array(train.items)
  const sums = { recall: 0, ndcg: 0 }
  for (const [at, reader] of readers.entries()) {
    const top = tops.subarray(at * k, at * k + (lengths[at] as number))
    for (const item of top) (shown[item] as number)++
    const wanted = new Set(test[reader])
    sums.recall += recall(top, wanted, k)
    sums.ndcg += ndcg(top, wanted, k)
  }
  const ranked = candidates ? Float64Array.from(candidates, (item) => shown[item] as number) : shown
  return {
    recall: sums.recall / readers.length,
    ndcg: sums.ndcg / readers.length,
    coverage: ranked.filter((count) => count > 0).length / ranked.length,
    gini: gini(ranked),
    readers: readers.length,
  }
}
