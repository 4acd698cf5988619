import { expect, test } from 'vitest'
import { instantOf, wallOf } from './time.ts'

test('a time on the wall is one instant, and back', () => {
  expect(instantOf('2026-03-01T20:00', 'Asia/Shanghai')).toBe('2026-03-01T12:00:00.000Z')
  expect(instantOf('2026-07-01T08:00', 'America/New_York')).toBe('2026-07-01T12:00:00.000Z')
  expect(wallOf('2026-03-01T12:00:00.000Z', 'Asia/Shanghai')).toBe('2026-03-01T20:00')
  expect(instantOf('soon', 'UTC')).toBeNull()
})
