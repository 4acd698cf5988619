import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedOut } from './neighbours.ts'

test('rows share what there is: nobody gets more than they want, or than others who want as much, and nothing is left that somebody could use', () => {
  const limits = fc.record({ fewest: fc.integer({ min: 1, max: 5 }), most: fc.integer({ min: 6, max: 40 }) })
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 800 }),
      limits,
      (rows, entries, given) => {
        const wanted = Uint32Array.from(rows)
        const got = sharedOut(wanted, entries, given)
        const limit = Math.max(...got)
        const sum = (most: number) => rows.reduce((total, row) => total + Math.min(row, most), 0)
        expect([...got]).toEqual(rows.map((row) => Math.min(row, Math.max(limit, given.fewest))))
        expect(limit).toBeLessThanOrEqual(given.most)
        if (limit > given.fewest) expect(sum(limit)).toBeLessThanOrEqual(entries)
        if (got.some((one, row) => one < (rows[row] as number)) && limit < given.most) expect(sum(limit + 1)).toBeGreaterThan(entries)
      },
    ),
  )
})
