import { headsOf, sigmoid } from './heads.ts'
import type { HeadName, Heads } from './types.ts'

/** What becomes of a head's log-odds z before they are a chance: slope · z + offset; the slope is > 0, so that their order stays. */
export interface Scaling {
  readonly slope: number
  readonly offset: number
}
export type Calibration = Readonly<Record<HeadName, Scaling>>

/** What a head said of a slot before it was told, and what came of it. `weight` > 0: how many slots it stands for. */
export interface Foretold {
  readonly logOdds: number
  readonly happened: boolean
  readonly weight: number
}

export const unscaled: Scaling = { slope: 1, offset: 0 }

/** How firmly what was held before stands against examples; one whose chance is p counts p (1 − p). */
const HELD = 10
const LEAST_SLOPE = 0.1
const ROUNDS = 30
/** Newton's steps are not longer, for where a chance is next to nothing they would be. */
const LARGEST_STEP = 1

const summed = (foretold: readonly Foretold[], of: (one: Foretold) => number): number => foretold.reduce((total, one) => total + of(one), 0)

/**
 * The scaling under which chances were most like what came of them (Platt 1999), beginning with the one `before`, which is given up as far as
 * there are examples against it. Unequal weights count as fewer examples (Kish 1965). Works by Newton's method on the height at the mean
 * of what was said and on the slope, which there hardly hang together.
 */
export function scalingOf(foretold: readonly Foretold[], before: Scaling): Scaling {
  const total = summed(foretold, ({ weight }) => weight)
  if (total === 0) return before
  const worth = total / summed(foretold, ({ weight }) => weight * weight)
  const mean = summed(foretold, ({ weight, logOdds }) => weight * logOdds) / total
  const heldHeight = before.offset + before.slope * mean
  let [slope, height] = [before.slope, heldHeight]
  const step = (held: number, now: number, along: (logOdds: number) => number): number => {
    let [pull, curve] = [HELD * (held - now), HELD]
    for (const { logOdds, happened, weight } of foretold) {
      const [chance, x] = [sigmoid(height + slope * (logOdds - mean)), along(logOdds)]
      pull += worth * weight * (Number(happened) - chance) * x
      curve += worth * weight * chance * (1 - chance) * x * x
    }
    return Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, pull / curve))
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    height += step(heldHeight, height, () => 1)
    slope = Math.max(LEAST_SLOPE, slope + step(before.slope, slope, (logOdds) => logOdds - mean))
  }
  return { slope, offset: height - slope * mean }
}

/** Heads whose log-odds are scaled: what pages are ranked and explained with. */
export const calibrated = (heads: Heads, calibration: Calibration): Heads =>
  headsOf((name) => {
    const [{ bias, weights }, { slope, offset }] = [heads[name], calibration[name]]
    return { bias: slope * bias + offset, weights: weights.map((weight) => slope * weight) }
  })

/**
 * Expected calibration error, 0–1: how far chances are from the share of what happened, over `bins` of equal weight in the order of their
 * chances (Naeini et al. 2015; Nguyen and O'Connor 2015).
 */
export function calibrationError(foretold: readonly Foretold[], { slope, offset }: Scaling, bins = 10): number {
  const total = summed(foretold, ({ weight }) => weight)
  const gaps = new Float64Array(bins)
  let passed = 0
  for (const { logOdds, happened, weight } of foretold.toSorted((a, b) => a.logOdds - b.logOdds)) {
    const bin = Math.min(bins - 1, Math.floor((bins * passed) / total))
    gaps[bin] = (gaps[bin] as number) + weight * (sigmoid(slope * logOdds + offset) - Number(happened))
    passed += weight
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total || 0
}
