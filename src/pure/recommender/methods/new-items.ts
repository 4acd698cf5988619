import type { Content } from '../content.ts'
import { countsOf, type Interactions, rowOf, sharedIntegers, sharedNumbers, transposed, withoutItems } from '../matrix.ts'
import { ndcg } from '../metrics.ts'
import { seeded, shuffled } from '../random.ts'
import { actsIn } from '../serving/acts.ts'
import type { EngineModel } from '../serving/model.ts'
import { contentScores, partsOf } from '../serving/second-stage.ts'
import { topOf } from '../top.ts'

/** While the weights are learnt: every so manieth item is taken for new, and so many readers judge. */
const HELD = 10
const MOST_JUDGES = 600
const FIRST = 20
/** What a weight is multiplied with to see whether it gets better, twice round. */
const TRIES = [0, 0.5, 2]
const ROUNDS = 2

/** The same with a row more for each term of several items, as if a reader had done all items under it: so that terms place items among the factors. */
export function withTermsAsReaders(interactions: Interactions, { terms }: Content): Interactions {
  const holders = transposed(terms)
  const rows = Array.from({ length: terms.items }, (_, term) => rowOf(holders, term)).filter((row) => row.length > 1)
  const columns = sharedIntegers(interactions.columns.length + rows.reduce((sum, row) => sum + row.length, 0))
  const starts = sharedIntegers(interactions.readers + rows.length + 1)
  columns.set(interactions.columns)
  starts.set(interactions.starts)
  let end = interactions.columns.length
  for (const [at, row] of rows.entries()) {
    columns.set(row, end)
    end += row.length
    starts[interactions.readers + at + 1] = end
  }
  const weights = interactions.weights && sharedNumbers(columns.length).fill(1)
  if (interactions.weights) weights?.set(interactions.weights)
  return { readers: interactions.readers + rows.length, items: interactions.items, starts, columns, weights }
}

interface Judge {
  /** Places among the candidates. */
  wanted: ReadonlySet<number>
  /** By way: what each candidate has of it, in standard deviations. */
  seen: Float32Array[]
}

/** The weights under which the judges find most of what they wanted, one moved after the other. */
function moveWeights(ways: number, candidates: number, judges: readonly Judge[]): number[] {
  const sum = new Float32Array(candidates)
  const quality = (weights: readonly number[]) => {
    let total = 0
    for (const { wanted, seen } of judges) {
      sum.fill(0)
      for (const [way, weight] of weights.entries())
        if (weight !== 0) for (let at = 0; at < sum.length; at++) (sum[at] as number) += weight * (seen[way]?.[at] as number)
      total += ndcg(topOf(sum, FIRST), wanted, FIRST)
    }
    return total
  }
  let best = Array.from({ length: ways }, () => 1)
  let reached = quality(best)
  for (let round = 0; round < ROUNDS; round++)
    for (const way of best.keys())
      for (const factor of TRIES) {
        const tried = best.with(way, (best[way] as number) * factor)
        const now = quality(tried)
        if (now > reached) [best, reached] = [tried, now]
      }
  return best
}

/**
 * The weights with which items that lost all their acts come best to whom they belong: nDCG@20. `train` makes a model of what is left of the
 * acts.
 */
export async function learnWeights(interactions: Interactions, seed: number, train: (acts: Interactions) => Promise<EngineModel>): Promise<number[]> {
  const random = seeded(seed)
  const counts = countsOf(interactions)
  const candidates = Array.from(shuffled(interactions.items, random).filter((item) => (counts[item] as number) > 0)).filter((_, at) => at % HELD === 0)
  const placeOf = new Map(candidates.map((item, at) => [item, at]))
  const left = withoutItems(interactions, (item) => !placeOf.has(item))
  const model = await train(left)
  const ways = partsOf(model).content
  const items = Uint32Array.from(candidates)
  const judges = Array.from(shuffled(interactions.readers, random))
    .map((reader) => ({ reader, wanted: new Set([...rowOf(interactions, reader)].flatMap((item) => placeOf.get(item) ?? [])) }))
    .filter(({ wanted }) => wanted.size > 0)
    .slice(0, MOST_JUDGES)
    .map(({ reader, wanted }): Judge => {
      const acts = actsIn(left, reader)
      return { wanted, seen: ways.map((way) => contentScores([way], [1], acts, model.reference, items).here) }
    })
  return moveWeights(ways.length, candidates.length, judges)
}
