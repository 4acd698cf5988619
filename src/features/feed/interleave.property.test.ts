import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interleave } from './interleave.ts'

test('of two languages the smaller has at least 30 % of the first 20 when it has the notes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 40, max: 5_000 }), (few, many) => {
      const mixed = interleave([Array.from({ length: many }, () => 'zh'), Array.from({ length: few }, () => 'en')])
      expect(mixed.slice(0, 20).filter((one) => one === 'en').length).toBeGreaterThanOrEqual(6)
      expect(mixed).toHaveLength(few + many)
    }),
    { numRuns: 40 },
  )
})
