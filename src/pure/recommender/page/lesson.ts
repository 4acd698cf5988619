import { type Calibration, type Foretold, scalingOf, unscaled } from './calibration.ts'
import { headsOf, priorHeads, sigmoid } from './heads.ts'
import { HEADS, type Head, type HeadName, type Heads } from './types.ts'

/** A slot that a reader saw, and what they did with it. */
export interface Example {
  readonly features: Float64Array
  readonly acts: ReadonlySet<HeadName>
  /** Of the slot, as the page logged it, > 0. */
  readonly propensity: number
}

/** All that is kept from lesson to lesson. */
export interface LearntHeads {
  readonly heads: Heads
  readonly calibration: Calibration
}

export const untaught: LearntHeads = {
  heads: priorHeads,
  calibration: Object.fromEntries(HEADS.map((name) => [name, unscaled])) as unknown as Calibration,
}

/** Step of a lesson; what pulls back to the prior; most that one example may weigh. */
const LEARNING = { rate: 0.02, pull: 1e-4, most: 10 } as const

/** What an example stands for: 1 / propensity (clipped), so that what the ranking seldom shows counts as much as what it puts first (Horvitz and Thompson 1952; Joachims et al. 2017). */
export const weightOf = ({ propensity }: Pick<Example, 'propensity'>): number => Math.min(LEARNING.most, 1 / propensity)

/**
 * The head after one step of logistic regression for each example, in their order, and what it said of each before it was told. Steps that weigh
 * up to ten leave each number as restless as its last examples; the head is the mean of where they led (Polyak and Juditsky 1992).
 */
function taught(name: HeadName, head: Head, examples: readonly Example[]): { head: Head; foretold: Foretold[] } {
  const prior = numbersOf(priorHeads[name])
  const now = numbersOf(head)
  const mean = Float64Array.from(now)
  const foretold = examples.map((example, told): Foretold => {
    const features = [1, ...example.features]
    const chance = sigmoid(product(now, features))
    const [happened, weight, logOdds] = [example.acts.has(name), weightOf(example), product(mean, features)]
    const step = LEARNING.rate * weight * (Number(happened) - chance)
    for (let i = 0; i < now.length; i += 1) {
      const value = now[i] as number
      const next = value + step * (features[i] as number) + LEARNING.rate * LEARNING.pull * ((prior[i] as number) - value)
      now[i] = next
      mean[i] = (mean[i] as number) + (next - (mean[i] as number)) / (told + 2)
    }
    return { logOdds, happened, weight }
  })
  const [bias = 0, ...weights] = mean
  return { head: { bias, weights }, foretold }
}

const numbersOf = ({ bias, weights }: Head): Float64Array => Float64Array.of(bias, ...weights)
const product = (a: Float64Array, b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

/**
 * What is known after these examples (of the heads `heard`; the others stay): heads that learnt from each, and scalings of what they say by
 * what they had said of each before, so that nothing is judged by what it was taught with (online Platt scaling: Gupta and Ramdas 2023).
 */
export function learn({ heads, calibration }: LearntHeads, examples: readonly Example[], heard: readonly HeadName[] = HEADS): LearntHeads {
  const scalings: Partial<Record<HeadName, Calibration[HeadName]>> = {}
  const moved = headsOf((name) => {
    if (!heard.includes(name)) return heads[name]
    const { head, foretold } = taught(name, heads[name], examples)
    scalings[name] = scalingOf(foretold, calibration[name])
    return head
  })
  return { heads: moved, calibration: { ...calibration, ...scalings } }
}
