import type { Content } from '../content.ts'
import type { Crew } from '../crew.ts'
import { principalAxes } from '../eigen.ts'
import { IALS_DEFAULTS } from '../ials-options.ts'
import { kinOf } from '../kin.ts'
import { turnedLists, weighted } from '../lists.ts'
import { countsOf, type Interactions, sharedDoubles, sharedIntegers, sharedNumbers } from '../matrix.ts'
import type { Training } from '../method.ts'
import { neighboursOf } from '../neighbours.ts'
import { seeded, shuffled } from '../random.ts'
import { type ContentModel, type EngineModel, rows8 } from '../serving/model.ts'
import { type Factors, factorise } from './ials.ts'
import { LOW_PASS_DEFAULTS, smoothest } from './low-pass.ts'
import { learnWeights, withTermsAsReaders } from './new-items.ts'
import { factorsOfTerms } from './ridge.ts'

const FACTORS = { ...IALS_DEFAULTS, dimensions: 128 }
/** Of so many items fewer signals are kept: there memory is what counts. */
const MANY = 200_000
const FEW_SIGNALS = 64
/** Of the ways to place a new item, where there is too much to learn them. */
const USUAL_WEIGHTS = [1, 1, 1, 1, 1]

/** Turns the items so that each number of a vector says more than the next; products stay what they were. */
async function turned({ dimensions: width, gram, items }: Factors, crew: Crew): Promise<Factors> {
  const axes = principalAxes(gram, width)
  await crew.run('turnRows', { matrix: items, axes, width }, items.length / width)
  const diagonal = sharedDoubles(width * width)
  for (let axis = 0; axis < width; axis++) {
    let value = 0
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) value += (axes[axis * width + i] as number) * (gram[i * width + j] as number) * (axes[axis * width + j] as number)
    diagonal[axis * width + axis] = value
  }
  return { dimensions: width, items, gram: diagonal }
}

function meanOf({ items, dimensions }: Factors): Float32Array {
  const mean = sharedNumbers(dimensions)
  for (let at = 0; at < items.length; at++) (mean[at % dimensions] as number) += (items[at] as number) / (items.length / dimensions)
  return mean
}

function contentModel(content: Content, factors: Factors, known: (item: number) => boolean): ContentModel {
  const { items: count, readers: items } = content.terms
  const terms = weighted(content.terms, content.weights)
  const holders = turnedLists(terms, count)
  const rarity = sharedNumbers(count)
  for (let term = 0; term < count; term++) rarity[term] = Math.log(items / Math.max(1, (holders.starts[term + 1] as number) - (holders.starts[term] as number)))
  const weights = sharedDoubles(USUAL_WEIGHTS.length)
  weights.set(USUAL_WEIGHTS)
  return { terms, holders, rarity, ridge: factorsOfTerms(content, factors, known), kin: kinOf(terms, holders, items, known), weights }
}

/** Items to compare with: all, or so many drawn by lot. */
function referenceOf(items: number, most: number, seed: number): Uint32Array {
  const drawn = items <= most ? Uint32Array.from({ length: items }, (_, item) => item) : shuffled(items, seeded(seed)).slice(0, most).sort()
  const reference = sharedIntegers(drawn.length)
  reference.set(drawn)
  return reference
}

export interface EngineOptions {
  /** Items whose scores a reader's are measured against; with all of them a page costs as much as ranking everything. */
  reference: number
  /** Whether the weights of content are learnt, which costs as much again as all other training. */
  learns: boolean
}

async function modelOf(interactions: Interactions, { seed, content, crew }: Training, { reference }: EngineOptions): Promise<EngineModel> {
  const { items } = interactions
  const neighbours = await neighboursOf(interactions, crew)
  const signals = await smoothest(interactions, seed, { ...LOW_PASS_DEFAULTS, vectors: items > MANY ? FEW_SIGNALS : LOW_PASS_DEFAULTS.vectors }, crew)
  const smooth = rows8(signals, signals.length / items)
  const factors = await turned(await factorise(content ? withTermsAsReaders(interactions, content) : interactions, seed, FACTORS, crew), crew)
  const counts = countsOf(interactions)
  const roots = sharedNumbers(items)
  roots.set(counts.map(Math.sqrt))
  return {
    items,
    factors: rows8(factors.items, factors.dimensions),
    gram: factors.gram,
    mean: meanOf(factors),
    roots,
    neighbours,
    smooth,
    reference: referenceOf(items, reference, seed),
    content: content ? contentModel(content, factors, (item) => (counts[item] as number) > 0) : null,
  }
}

/** Everything that `engineOf` serves from. With content and `learns` it trains twice: once to see how well new items are placed. */
export async function trainEngine(interactions: Interactions, training: Training, options: EngineOptions): Promise<EngineModel> {
  const model = await modelOf(interactions, training, options)
  if (model.content && options.learns) model.content.weights.set(await learnWeights(interactions, training.seed, (left) => modelOf(left, training, options)))
  return model
}
