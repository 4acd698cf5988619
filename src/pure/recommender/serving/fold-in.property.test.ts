import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normal, seeded } from '../random.ts'
import { actsOf } from './acts.ts'
import { foldingIn } from './fold-in.ts'

const [ITEMS, DIMENSIONS] = [40, 16]
const random = seeded(3)
const vectors = Float32Array.from({ length: ITEMS * DIMENSIONS }, () => normal(random) / 4)
const gram = new Float64Array(DIMENSIONS ** 2)
for (let item = 0; item < ITEMS; item++)
  for (let i = 0; i < DIMENSIONS; i++)
    for (let j = 0; j < DIMENSIONS; j++)
      (gram[i * DIMENSIONS + j] as number) += (vectors[item * DIMENSIONS + i] as number) * (vectors[item * DIMENSIONS + j] as number) * 0.05
const rowOf = (item: number) => vectors.subarray(item * DIMENSIONS, (item + 1) * DIMENSIONS)
const foldIn = foldingIn({ dimensions: DIMENSIONS, gram, regularisation: 0.01, background: 20, steps: 6, vector: (item, into) => into.set(rowOf(item)) })
const readerOf = (given: readonly (readonly [number, number])[]) => foldIn(actsOf(given))

const act = fc.tuple(fc.integer({ min: 0, max: ITEMS - 1 }), fc.constantFrom(-2, -1, 0.25, 1, 1, 2, 3.5))
const history = fc.array(act, { maxLength: 50 })

test('the order of acts does not matter', () => {
  fc.assert(
    fc.property(history, fc.integer(), (acts, seed) => {
      const turned = acts.map((one, at) => ({ one, key: seeded(seed + at)() })).sort((a, b) => a.key - b.key)
      expect(readerOf(turned.map(({ one }) => one))).toEqual(readerOf(acts))
    }),
  )
})

test('an act taken away leaves what there would be without it, whatever was asked between', () => {
  fc.assert(
    fc.property(history, history, act, (acts, others, extra) => {
      const without = readerOf(acts)
      readerOf([...acts, extra])
      readerOf(others)
      const again = readerOf(acts)
      for (const [at, value] of without.entries()) expect(Math.abs(value - (again[at] as number))).toBeLessThanOrEqual(1e-9)
      // Taken back by its opposite, it is as if it had never been, too.
      expect(readerOf([...acts, extra, [extra[0], -extra[1]]])).toEqual(readerOf(acts))
    }),
  )
})

test('a like draws nearer and a hide pushes away', () => {
  const towards = (reader: Float32Array, item: number) => reader.reduce((sum, value, i) => sum + value * (rowOf(item)[i] as number), 0)
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: ITEMS - 1 }), { minLength: 2, maxLength: 8 }), ([item, ...liked]) => {
      if (item === undefined) return
      const acts = liked.map((one) => [one, 1] as const)
      const near = (weight: number) => towards(readerOf(weight === 0 ? acts : [...acts, [item, weight]]), item)
      // A like asks for 1 and a hide for −1: what stands there already is not moved on.
      if (near(0) < 0.8) expect(near(1)).toBeGreaterThan(near(0))
      if (near(0) > -0.8) expect(near(-1)).toBeLessThan(near(0))
    }),
  )
})

test('more acts than there was room for', () => {
  const many = Array.from({ length: 300 }, (_, at) => at)
  const wide = foldingIn({
    dimensions: 2,
    gram: Float64Array.of(1, 0, 0, 1),
    regularisation: 0.01,
    background: 1,
    steps: 4,
    vector: (item, into) => into.set([item % 2, 1]),
  })
  const acts = actsOf(many.map((item) => [item, 1]))
  const reader = wide(acts)
  expect(reader[1]).toBeGreaterThan(0.5)
  expect(wide(acts)).toEqual(reader)
})
