import { FEATURE_COUNT, priorOf } from './features.ts'
import { HEADS, type Head, type HeadName, type Heads } from './types.ts'
import { values } from './weights.ts'

/** Log-odds of each act on a new note that nothing is known of. */
const BIASES: Readonly<Record<HeadName, number>> = { open: -1.5, finish: -2.2, like: -2.7, save: -3.7, comment: -4.2, follow: -5, hide: -4.5 }

export const headsOf = (head: (name: HeadName) => Head): Heads => Object.fromEntries(HEADS.map((name) => [name, head(name)])) as unknown as Heads

/** What the heads say before anything was learnt. */
export const priorHeads: Heads = headsOf((name) => ({
  bias: BIASES[name],
  weights: Array.from({ length: FEATURE_COUNT }, (_, feature) => priorOf(feature, name === 'hide')),
}))

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))

export function logOdds({ bias, weights }: Head, features: Float64Array): number {
  let sum = bias
  for (let i = 0; i < features.length; i += 1) sum += (weights[i] as number) * (features[i] as number)
  return sum
}

export const chanceOf = (head: Head, features: Float64Array): number => sigmoid(logOdds(head, features))

/** Σ value × chance over the heads: what a note is worth to a reader. `told`: room for the places of the features that are not 0, most of which are. */
export function scoreOf(heads: Heads, features: Float64Array, told: Uint8Array): number {
  let count = 0
  for (let i = 0; i < features.length; i += 1) if (features[i] !== 0) told[count++] = i
  let score = 0
  for (const name of HEADS) {
    const { bias, weights } = heads[name]
    let sum = bias
    for (let i = 0; i < count; i += 1) sum += (weights[told[i] as number] as number) * (features[told[i] as number] as number)
    score += values[name] * sigmoid(sum)
  }
  return score
}

/**
 * A score taken apart: what a note that nothing is known of is worth, then what each feature adds; together the score.
 * Integrated gradients from there (Sundararajan et al. 2017; Aumann and Shapley 1974), which for a logistic model have a closed form:
 * a feature's part of σ(z) − σ(b) is as its part of z − b.
 */
export function contributionsOf(heads: Heads, features: Float64Array): { base: number; parts: Float64Array } {
  const parts = new Float64Array(features.length)
  let base = 0
  for (const name of HEADS) {
    const { bias, weights } = heads[name]
    const z = logOdds(heads[name], features)
    const [from, to] = [sigmoid(bias), sigmoid(z)]
    base += values[name] * from
    const way = z - bias
    // Where z returns to the bias, the mean slope along the way is the slope there.
    const slope = Math.abs(way) < 1e-9 ? from * (1 - from) : (to - from) / way
    for (let i = 0; i < features.length; i += 1) (parts[i] as number) += values[name] * slope * (weights[i] as number) * (features[i] as number)
  }
  return { base, parts }
}
