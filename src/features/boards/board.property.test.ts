import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putBefore } from './board.ts'

test('moving loses and doubles nothing, keeps the order of the others, and puts the moved one right before', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 2 }), fc.nat(), fc.nat(), (ids, a, b) => {
      const moved = ids[a % ids.length] as number
      const before = ids[b % ids.length] as number
      const now = putBefore(ids, moved, before)
      expect([...now].sort()).toEqual([...ids].sort())
      expect(now.filter((id) => id !== moved)).toEqual(ids.filter((id) => id !== moved))
      if (moved !== before) expect(now[now.indexOf(moved) + 1]).toBe(before)
    }),
  )
})
