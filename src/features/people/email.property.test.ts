import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmail } from './email.ts'

test('whatever is taken for an address has one @, is ASCII, and holds nothing that a letter’s head could trip over', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', 'Z', '9', '.', '-', '_', '+', '@', '"', '<', '>', '(', ',', ';', ':', ' ', '\r', '\n', '\0', '\\', '%', 'é', '邮'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.tuple(part, part), ([local, host]) => {
      const text = `${local}@${host}`
      if (isEmail(text)) expect(text).toMatch(/^[\w.+=~-]+@[A-Za-z0-9.-]+$/)
    }),
    { numRuns: 2000 },
  )
  const ordinary = fc.tuple(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.domain()).map((parts) => parts.join('@'))
  fc.assert(
    fc.property(ordinary, (text) => {
      expect(isEmail(text)).toBe(true)
    }),
  )
})
