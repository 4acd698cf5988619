import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topOf } from './top.ts'

test('the first k of a full sort, ties by number, without what is left out', () => {
  const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NEGATIVE_INFINITY))
  fc.assert(
    fc.property(fc.array(score, { maxLength: 60 }), fc.integer({ min: 0, max: 70 }), (list, k) => {
      const sorted = list
        .map((value, item) => ({ value, item }))
        .filter(({ value }) => value !== Number.NEGATIVE_INFINITY)
        .sort((a, b) => b.value - a.value || a.item - b.item)
      expect([...topOf(Float32Array.from(list), k)]).toEqual(sorted.slice(0, k).map(({ item }) => item))
    }),
  )
})
