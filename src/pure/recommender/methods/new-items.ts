import type { Content } from '../content.ts'
import type { Crew } from '../crew.ts'
import { countsOf, type Interactions, interactionsOf, rowOf, sharedIntegers, transposed } from '../matrix.ts'
import type { Scorer } from '../method.ts'
import { ndcg } from '../metrics.ts'
import { seeded, shuffled } from '../random.ts'
import { topOf } from '../top.ts'
import { contentNeighbours, throughKin } from './content-neighbours.ts'
import { linearFilter } from './graph-filter.ts'
import { type Factors, factorise, IALS_DEFAULTS, scorerOf } from './ials.ts'
import { ridgeScorer } from './ridge.ts'
import { standardise } from './standardise.ts'
import { topicMatch } from './topics.ts'

/** Ways to place an item that nobody has done anything with. */
type Part = Scorer['score']

/** While the weights are learnt: every so manieth item is taken for new, and so many readers judge. */
const HELD = 10
const MOST_JUDGES = 600
const FIRST = 20
/** What a weight is multiplied with to see whether it gets better, twice round. */
const TRIES = [0, 0.5, 2]
const ROUNDS = 2
const FACTORS = { ...IALS_DEFAULTS, dimensions: 128 }

/** The same with a row more for each term, as if a reader had done all items under it: so that terms place items among the factors. */
function withTermsAsReaders(interactions: Interactions, { terms }: Content): Interactions {
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
  return { readers: interactions.readers + rows.length, items: interactions.items, starts, columns }
}

/** Factors (iALS) of acts, and of terms where there are any (collective factorisation: Singh and Gordon 2008). */
export function factorsOf(interactions: Interactions, content: Content | null, seed: number, crew: Crew): Promise<Factors> {
  return factorise(content ? withTermsAsReaders(interactions, content) : interactions, seed, FACTORS, crew)
}

function partsOf(interactions: Interactions, content: Content, factors: Factors): Part[] {
  const counts = countsOf(interactions)
  const linear = linearFilter(interactions)
  const handOn = throughKin(content, (item) => (counts[item] as number) > 0)
  const earned = new Float32Array(interactions.items)
  const kin: Part = (acts, scores) => {
    linear(acts, earned)
    handOn(earned, scores)
  }
  return [topicMatch(content).score, contentNeighbours(content).score, ridgeScorer(content, interactions, factors).score, scorerOf(factors).score, kin]
}

/** Adds the parts, each in its own standard deviations. */
function blend(parts: readonly Part[], weights: readonly number[], items: number): Part {
  const one = new Float32Array(items)
  return (acts, scores) => {
    scores.fill(0)
    for (const [at, part] of parts.entries()) {
      const weight = weights[at] as number
      if (weight === 0) continue
      part(acts, one)
      standardise(one)
      for (let item = 0; item < items; item++) (scores[item] as number) += weight * (one[item] as number)
    }
  }
}

/** The weights with which items that lost all their acts come best to whom they belong: nDCG@20, one weight after the other. */
async function learnWeights(interactions: Interactions, content: Content, seed: number, crew: Crew): Promise<number[]> {
  const random = seeded(seed)
  const counts = countsOf(interactions)
  const candidates = Array.from(shuffled(interactions.items, random).filter((item) => (counts[item] as number) > 0)).filter((_, at) => at % HELD === 0)
  const isHeld = new Uint8Array(interactions.items)
  for (const item of candidates) isHeld[item] = 1
  const rows = Array.from({ length: interactions.readers }, (_, reader) => Array.from(rowOf(interactions, reader)))
  const train = interactionsOf(
    rows.map((row) => row.filter((item) => isHeld[item] === 0)),
    interactions.items,
  )
  const parts = partsOf(train, content, await factorsOf(train, content, seed, crew))
  const scores = new Float32Array(interactions.items)
  const judges = Array.from(shuffled(interactions.readers, random))
    .flatMap((reader) => {
      const wanted = new Set(candidates.flatMap((item, at) => (rows[reader]?.includes(item) ? [at] : [])))
      return wanted.size === 0 ? [] : [{ reader, wanted }]
    })
    .slice(0, MOST_JUDGES)
    .map(({ reader, wanted }) => ({
      wanted,
      seen: parts.map((part) => {
        part(rowOf(train, reader), scores)
        standardise(scores)
        return Float32Array.from(candidates, (item) => scores[item] as number)
      }),
    }))
  const sum = new Float32Array(candidates.length)
  const quality = (weights: readonly number[]) => {
    let total = 0
    for (const { wanted, seen } of judges) {
      sum.fill(0)
      for (const [part, weight] of weights.entries())
        if (weight !== 0) for (let at = 0; at < sum.length; at++) (sum[at] as number) += weight * (seen[part]?.[at] as number)
      total += ndcg(topOf(sum, FIRST), wanted, FIRST)
    }
    return total
  }
  let best = parts.map(() => 1)
  let reached = quality(best)
  for (let round = 0; round < ROUNDS; round++)
    for (const part of best.keys())
      for (const factor of TRIES) {
        const tried = best.with(part, (best[part] as number) * factor)
        const now = quality(tried)
        if (now > reached) [best, reached] = [tried, now]
      }
  return best
}

/**
 * Where an item stands before anybody has done anything with it: topic profile, content neighbours, ridge to factors, factors through its
 * terms, and what its kin earned; weighed as it serves items that are held back here for the purpose.
 */
export async function newItems(interactions: Interactions, content: Content, factors: Factors, seed: number, crew: Crew): Promise<Part> {
  return blend(partsOf(interactions, content, factors), await learnWeights(interactions, content, seed, crew), interactions.items)
}
