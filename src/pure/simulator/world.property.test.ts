import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chances, chancesOf } from './behaviour.ts'
import { newest } from './feeds/newest.ts'
import { oracle } from './feeds/oracle.ts'
import { popularity } from './feeds/popularity.ts'
import { emptyPlace, moveTo } from './place.ts'
import { worldOf } from './world.ts'

const chances: Chances = { open: 0, like: 0, save: 0, hide: 0 }

test('chances are chances, whatever the world', () => {
  fc.assert(
    fc.property(
      fc.record({ seed: fc.nat(), readers: fc.integer({ min: 10, max: 40 }), days: fc.integer({ min: 1, max: 4 }), authors: fc.integer({ min: 12, max: 60 }) }),
      fc.nat({ max: 9 }),
      (options, met) => {
        const world = worldOf(options)
        for (let note = 0; note < world.notes.count; note++)
          for (const chance of Object.values(chancesOf(world, note % options.readers, note, { now: options.days, met }, chances))) {
            expect(chance).toBeGreaterThanOrEqual(0)
            expect(chance).toBeLessThanOrEqual(1)
          }
      },
    ),
    { numRuns: 30 },
  )
})

test('no feed shows a note twice on a page, one that was seen, or one that is not published', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: -15, max: 4, noNaN: true }), (seed, now) => {
      const world = worldOf({ seed, readers: 12, days: 4, authors: 60 })
      const place = emptyPlace(world)
      moveTo(place, world, now)
      for (let note = 0; note < world.notes.count; note += 3) place.did[note] = 1
      for (const feed of [newest, popularity, oracle]) {
        const page = [...(feed(world, place).page(0, 0) as Uint32Array)]
        expect(new Set(page).size).toBe(page.length)
        expect(page.length).toBeLessThanOrEqual(12)
        for (const note of page) {
          expect(note).toBeLessThan(place.published)
          expect(place.did[note]).toBe(0)
        }
      }
    }),
    { numRuns: 30 },
  )
})
