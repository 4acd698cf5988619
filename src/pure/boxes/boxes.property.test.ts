import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, between, fitted, isBox, moved, sameBox, sized } from './index.ts'

const any = fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }))
const point = fc.record({ x: any, y: any })
const box = fc.record({ x: any, y: any, width: any, height: any })
const fit = fc.double({ min: 0, max: 1, noNaN: true })
const placed: fc.Arbitrary<Box> = fc.record({ x: fit, y: fit, width: fit, height: fit }).map(fitted)

test('whatever is done to a box, it stays one', () => {
  fc.assert(fc.property(box, (one) => isBox(fitted(one))))
  fc.assert(fc.property(point, point, (from, to) => isBox(between(from, to))))
  fc.assert(fc.property(placed, point, (one, by) => isBox(moved(one, by)) && isBox(sized(one, by))))
})

test('a box that fits is left as it is', () => {
  fc.assert(fc.property(placed, (one) => sameBox(fitted(one), one)))
})

test('moving never changes the size, and sizing never the corner', () => {
  fc.assert(
    fc.property(placed, point, (one, by) => {
      const there = moved(one, by)
      expect([there.width, there.height]).toEqual([one.width, one.height])
      const larger = sized(one, by)
      expect([larger.x, larger.y]).toEqual([one.x, one.y])
    }),
  )
})

test('the order of the corners does not matter', () => {
  fc.assert(fc.property(point, point, (from, to) => sameBox(between(from, to), between(to, from))))
})
