import { IALS_DEFAULTS } from '../ials-options.ts'
import { GrowingLists, timesRow } from '../lists.ts'
import type { Acts } from './acts.ts'
import { type Asked, contentNeighbours, type Part, summed, throughTerms, topicProfile } from './content-parts.ts'
import { foldingIn } from './fold-in.ts'
import { add8, type EngineModel, type NewItem, read8, times8 } from './model.ts'

/** Of the low-pass filter beside the linear one, as GF-CF has it. */
const LOW_PASS = 0.3
/** Of the graph beside the factors, in standard deviations. */
const GRAPH = 1
/** With so many acts an item is judged half by them and half by what it says of itself. */
const HALF_KNOWN = 2

/** What a score is made of: factors (iALS), the graph's linear filter, its low-pass filter, and what an item says of itself. */
export const PARTS = ['factors', 'neighbours', 'smooth', 'content'] as const
export type PartName = (typeof PARTS)[number]

/** One number an item asked for, in that order. */
export interface Scored {
  /** In standard deviations among the items of reference; the sum of the parts. */
  score: Float32Array
  parts: Record<PartName, Float32Array>
}

export interface Engine {
  /** Items from `model.items` on are those that were added. */
  score(acts: Acts, items: Uint32Array): Scored
  /** A reader's vector, of the width of the factors. */
  foldIn(acts: Acts): Float32Array
  /** Takes in an item that came after training; its number is the next. */
  add(item: NewItem): void
}

interface Spread {
  mean: number
  deviation: number
}

function spreadOf(values: Float32Array): Spread {
  let [sum, squares] = [0, 0]
  for (const value of values) {
    sum += value
    squares += value * value
  }
  const mean = sum / values.length || 0
  return { mean, deviation: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) || 1 }
}

const valuesOf = (ask: Asked, items: Uint32Array): Float32Array => {
  const values = new Float32Array(items.length)
  for (let at = 0; at < items.length; at++) values[at] = ask(items[at] as number)
  return values
}

/** Adds `times` × each in its own deviations, and answers what was added. */
function shareOf(values: Float32Array, { mean, deviation }: Spread, times: number): Float32Array {
  for (let at = 0; at < values.length; at++) values[at] = (((values[at] as number) - mean) / deviation) * times
  return values
}

/** The model's ways to tell, as parts; new items are known to those of content alone. */
export function partsOf(model: EngineModel): {
  known: Record<'factors' | 'neighbours' | 'smooth', Part>
  content: Part[]
  foldIn: Engine['foldIn']
  add: Engine['add']
} {
  const { items, factors, smooth, roots, content } = model
  const later: NewItem[] = []
  const vector = (item: number, into: Float32Array) => {
    if (item < items) read8(factors, item, into)
    else into.set(later[item - items]?.vector.subarray(0, into.length) ?? into.fill(0))
  }
  const { regularisation, background, steps } = IALS_DEFAULTS
  const fold = foldingIn({ dimensions: factors.width, gram: model.gram, regularisation, background, steps: 2 * steps, vector })
  let last: { acts: Acts; vector: Float32Array } | undefined
  const foldIn = (acts: Acts) => {
    if (last?.acts !== acts) last = { acts, vector: fold(acts) }
    return last.vector
  }
  const one = new Float32Array(factors.width)
  const byFactors: Part = (acts) => {
    const reader = foldIn(acts)
    return (item) => {
      if (item < items) return times8(factors, item, reader)
      vector(item, one)
      return one.reduce((sum, value, i) => sum + value * (reader[i] as number), 0)
    }
  }
  const earnedBy = summed(new GrowingLists(model.neighbours), items)
  const neighbours: Part = (acts) => {
    const earned = earnedBy(acts)
    return (item) => earned[item] ?? 0
  }
  // The ideal low-pass filter of GF-CF: r D^-½ V Vᵀ D^½ with the smoothest signals V and the items' counts D.
  const passed = new Float32Array(smooth.width)
  const bySmooth: Part = ({ items: acts, weights }) => {
    passed.fill(0)
    for (let at = 0; at < acts.length; at++) {
      const root = roots[acts[at] as number] ?? 0
      if (root > 0) add8(smooth, acts[at] as number, (weights[at] as number) / root, passed)
    }
    return (item) => (item < items ? times8(smooth, item, passed) * (roots[item] as number) : 0)
  }
  const ways: Part[] = []
  const [terms, kin] = content ? [new GrowingLists(content.terms), new GrowingLists(content.kin)] : [null, null]
  if (content && terms && kin) {
    const count = content.rarity.length
    const throughKin: Part = (acts) => {
      const earned = earnedBy(acts)
      return (item) => kin.at(item, (of, row) => timesRow(of, row, earned), 0)
    }
    ways.push(topicProfile(terms, count), contentNeighbours(terms, count), throughTerms(terms, content.ridge, factors.width, foldIn), byFactors, throughKin)
  }
  return {
    known: { factors: byFactors, neighbours, smooth: bySmooth },
    content: ways,
    foldIn,
    add(item) {
      later.push(item)
      terms?.later.push(item.terms)
      kin?.later.push(item.kin)
    },
  }
}

/** Sum of the content's ways, each in its own deviations among the reference, and weighed. */
export function contentScores(ways: readonly Part[], weights: ArrayLike<number>, acts: Acts, reference: Uint32Array, items: Uint32Array) {
  const sums = [new Float32Array(reference.length), new Float32Array(items.length)] as const
  for (const [at, way] of ways.entries()) {
    const weight = weights[at] as number
    if (weight === 0) continue
    const ask = way(acts)
    const among = valuesOf(ask, reference)
    const spread = spreadOf(among)
    const here = items === reference ? among.slice() : valuesOf(ask, items)
    for (const [sum, values] of [
      [sums[0], among],
      [sums[1], here],
    ] as const) {
      shareOf(values, spread, weight)
      for (let i = 0; i < sum.length; i++) (sum[i] as number) += values[i] as number
    }
  }
  return { among: sums[0], here: sums[1] }
}

/**
 * What Commonplace ranks with. Of items that readers have acted on, factors (iALS) and a graph filter (GF-CF) see different things, and
 * the sum of both, each in its own standard deviations, is better than either. A new item is placed by its content, and handed over as acts
 * come.
 */
export function engineOf(model: EngineModel): Engine {
  const { items: count, roots, reference, content } = model
  const { known, content: ways, foldIn, add } = partsOf(model)
  const evidence = (item: number) => {
    const acts = item < count ? (roots[item] as number) ** 2 : 0
    return content ? acts / (acts + HALF_KNOWN) : 1
  }

  /** The three parts that know acts, over the same items. */
  const ask = (acts: Acts, items: Uint32Array) => ({
    factors: valuesOf(known.factors(acts), items),
    neighbours: valuesOf(known.neighbours(acts), items),
    smooth: valuesOf(known.smooth(acts), items),
  })

  return {
    foldIn,
    add,
    score(acts, items) {
      const among = ask(acts, reference)
      const here =
        items === reference ? { factors: among.factors.slice(), neighbours: among.neighbours.slice(), smooth: among.smooth.slice() } : ask(acts, items)
      const byFactors = spreadOf(among.factors)
      const graph = among.neighbours.map((value, at) => value + LOW_PASS * (among.smooth[at] as number))
      const byGraph = spreadOf(graph)
      const blend = spreadOf(
        shareOf(among.factors, byFactors, 1).map((value, at) => value + (GRAPH * ((graph[at] as number) - byGraph.mean)) / byGraph.deviation),
      )
      const linear = spreadOf(among.neighbours)
      const parts: Scored['parts'] = {
        factors: shareOf(here.factors, byFactors, 1 / blend.deviation),
        neighbours: shareOf(here.neighbours, { mean: linear.mean, deviation: byGraph.deviation }, GRAPH / blend.deviation),
        smooth: shareOf(here.smooth, { mean: (byGraph.mean - linear.mean) / LOW_PASS, deviation: byGraph.deviation }, (GRAPH * LOW_PASS) / blend.deviation),
        content: new Float32Array(items.length),
      }
      if (content) {
        const fresh = contentScores(ways, content.weights, acts, reference, items)
        parts.content = shareOf(fresh.here, spreadOf(fresh.among), 1)
      }
      const score = new Float32Array(items.length)
      for (let at = 0; at < items.length; at++) {
        const share = evidence(items[at] as number)
        for (const name of ['factors', 'neighbours', 'smooth'] as const) (parts[name][at] as number) *= share
        ;(parts.content[at] as number) *= 1 - share
        score[at] = PARTS.reduce((sum, name) => sum + (parts[name][at] as number), 0)
      }
      return { score, parts }
    },
  }
}
