import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../random.ts'
import { ALL_LANGUAGES, type Filters, type Query, WIDTH } from './nearest.ts'
import { makeRoom, writerOf } from './room.ts'
import { plainly, scanning } from './scan.ts'

/** Few different numbers, so that scores are often equal and ties are tried. */
const vectorOf = (seed: number, grain: number): Float32Array => {
  const random = seeded(seed)
  return Float32Array.from({ length: WIDTH }, () => Math.round((2 * random() - 1) * grain) / grain)
}

test('the scan finds what a plain search finds, to the last bit, whatever is filtered', () => {
  const asked = fc.record({
    items: fc.integer({ min: 0, max: 90 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    grain: fc.constantFrom(1, 2, 1_000),
    queries: fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: -2, max: 2, noNaN: true })), { minLength: 1, maxLength: 4 }),
    limit: fc.integer({ min: 0, max: 100 }),
    languages: fc.constantFrom(ALL_LANGUAGES, 1, 6, 1 << 31, 0),
    skip: fc.array(fc.integer({ min: 0, max: 120 })),
    blocked: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
    gone: fc.array(fc.integer({ min: 0, max: 89 }), { maxLength: 6 }),
  })
  fc.assert(
    fc.property(asked, ({ items, seed, grain, queries, gone, ...filters }) => {
      const room = makeRoom({ capacity: 90, authorCapacity: 10, desks: 2 })
      const writer = writerOf(room)
      for (let item = 0; item < items; item++)
        writer.add({ vector: vectorOf(seed + (item % 40), grain), language: [1, 2, 4, 1 << 31][item % 4] as number, author: item % 7 })
      for (const item of gone) writer.setLanguages(item, 0)
      const wanted: [Query[], Filters] = [queries.map(([from, offset]) => ({ vector: vectorOf(from, grain), offset })), filters]
      const scan = scanning(room, 1)
      expect(scan.search(...wanted)).toEqual(plainly(room).search(...wanted))
      // What was filtered for one question is not for the next.
      const everything: Filters = { limit: 100, languages: ALL_LANGUAGES, skip: [], blocked: [] }
      expect(scan.search(wanted[0], everything)).toEqual(plainly(room).search(wanted[0], everything))
    }),
    { numRuns: 200 },
  )
})
