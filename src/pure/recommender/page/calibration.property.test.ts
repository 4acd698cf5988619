import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normal, seeded } from '../random.ts'
import { calibrated, calibrationError, type Foretold, scalingOf, unscaled } from './calibration.ts'
import { FEATURE_COUNT } from './features.ts'
import { chanceOf, logOdds, sigmoid } from './heads.ts'
import { type Example, learn, untaught, weightOf } from './lesson.ts'

const [SLOTS, NOTES] = [12, 30]
/** How likely a slot is looked at: the lower, the less. */
const looked = (slot: number): number => 1 / (1 + 0.1 * slot)

interface Logged<T> {
  note: T
  happened: boolean
  propensity: number
}

/** Pages of slots, each drawn in proportion to exp(appeal) from what is left of thirty notes, and what came of them: the chance that a slot is looked at times that of its note. */
function logged<T>(pages: number, random: () => number, make: () => T, appeal: (note: T) => number, chance: (note: T) => number): Logged<T>[] {
  return Array.from({ length: pages }, () => {
    const left = Array.from({ length: NOTES }, () => {
      const note = make()
      return { note, height: Math.exp(appeal(note)) }
    })
    return Array.from({ length: SLOTS }, (_, slot): Logged<T> => {
      const total = left.reduce((sum, { height }) => sum + height, 0)
      let lot = random() * total
      const at = left.findIndex(({ height }) => {
        lot -= height
        return lot < 0
      })
      const [{ note, height }] = left.splice(Math.max(0, at), 1) as [(typeof left)[number]]
      return { note, happened: random() < looked(slot) * chance(note), propensity: height / total }
    })
  }).flat()
}

/** A head that is surer (slope) and more hopeful (offset) than it should be, over logged pages that put first what it prefers. */
function foretoldBy({ slope, offset }: { slope: number; offset: number }, pages: number, seed: number): Foretold[] {
  const random = seeded(seed)
  const odds = (note: number) => -1.5 + note
  const slots = logged(
    pages,
    random,
    () => normal(random),
    (note) => 0.7 * note,
    (note) => sigmoid(odds(note)),
  )
  return slots.map(({ note, happened, propensity }) => ({ logOdds: slope * odds(note) + offset, happened, weight: weightOf({ propensity }) }))
}

const tooSure = fc.record({ slope: fc.double({ min: 0.4, max: 3, noNaN: true }), offset: fc.double({ min: -2, max: 2, noNaN: true }) })

test('after calibration chances are those of what happens on fresh pages, however sure the head was', () => {
  fc.assert(
    fc.property(tooSure, fc.integer({ min: 1, max: 1e6 }), (head, seed) => {
      const scaling = scalingOf(foretoldBy(head, 400, seed), unscaled)
      expect(scaling.slope).toBeGreaterThan(0)
      expect(calibrationError(foretoldBy(head, 800, seed + 1), scaling)).toBeLessThan(0.03)
    }),
    { numRuns: 15 },
  )
  // The measure tells what is not calibrated.
  expect(calibrationError(foretoldBy({ slope: 3, offset: 1 }, 800, 5), unscaled)).toBeGreaterThan(0.1)
})

test('what a head puts first stays first, even of one that is always wrong', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.boolean(), fc.double({ min: 1, max: 10, noNaN: true })), { maxLength: 60 }),
      (rows) => {
        const { slope, offset } = scalingOf(
          rows.map(([said, happened, weight]) => ({ logOdds: said, happened, weight })),
          unscaled,
        )
        expect(Number.isFinite(offset)).toBe(true)
        expect(slope).toBeGreaterThan(0)
      },
    ),
  )
  const wrong = scalingOf(foretoldBy({ slope: -1, offset: 0 }, 300, 3), unscaled)
  expect(wrong.slope).toBeGreaterThan(0)
  expect(wrong.slope).toBeLessThan(0.2)
})

test('few examples change little, none nothing, and lesson after lesson holds on to what it had', () => {
  expect(scalingOf([], { slope: 2, offset: 1 })).toEqual({ slope: 2, offset: 1 })
  const few = scalingOf(foretoldBy({ slope: 1, offset: 2 }, 1, 9), unscaled)
  const many = scalingOf(foretoldBy({ slope: 1, offset: 2 }, 400, 9), unscaled)
  expect(Math.abs(few.offset)).toBeLessThan(0.5 * Math.abs(many.offset))
  const again = scalingOf(foretoldBy({ slope: 1, offset: 2 }, 400, 10), many)
  expect(again.offset).toBeCloseTo(many.offset, 0)
})

test('heads that learn from logged pages say chances that come true, in the order in which they said them', () => {
  const random = seeded(4)
  const [bias, ...effects] = [-1.5, 1.2, -0.8, 0.6, 1.5, -1]
  const make = () => Float64Array.from({ length: FEATURE_COUNT }, (_, i) => (i < effects.length ? random() : 0))
  const odds = (features: Float64Array) => effects.reduce((sum, effect, i) => sum + effect * (features[i] as number), bias as number)
  const examples = (pages: number): Example[] =>
    logged(pages, random, make, odds, (features) => sigmoid(odds(features))).map(({ note, happened, propensity }) => ({
      features: note,
      acts: new Set(happened ? (['like'] as const) : []),
      propensity,
    }))
  let learnt = untaught
  for (let lesson = 0; lesson < 6; lesson += 1) learnt = learn(learnt, examples(100), ['like'])
  const fresh = examples(800)
  const foretold = fresh.map((one): Foretold => ({ logOdds: logOdds(learnt.heads.like, one.features), happened: one.acts.has('like'), weight: weightOf(one) }))
  expect(calibrationError(foretold, learnt.calibration.like)).toBeLessThan(0.03)
  const { like } = calibrated(learnt.heads, learnt.calibration)
  const order = (chance: (one: Example) => number) => [...fresh.keys()].sort((a, b) => chance(fresh[b] as Example) - chance(fresh[a] as Example))
  expect(order(({ features }) => chanceOf(like, features))).toEqual(order(({ features }) => logOdds(learnt.heads.like, features)))
  expect(learnt.calibration.save).toEqual(unscaled)
  // The prior, which knew nothing of these readers, is further off.
  const prior = fresh.map((one): Foretold => ({ logOdds: logOdds(untaught.heads.like, one.features), happened: one.acts.has('like'), weight: weightOf(one) }))
  expect(calibrationError(prior, unscaled)).toBeGreaterThan(0.05)
})
