import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLine, joinParts } from './cut-text.ts'

const task = { main: 'en', also: [], from: 'en', to: 'es' }
const line = fc
  .array(fc.constantFrom('river', 'We met.', ' ', '  ', '@lin', 'https://example.org/a.b?c=1', '火锅。', '🍜', 'Was it? ', '#topic', '12', 'a'.repeat(300)), {
    maxLength: 80,
  })
  .map((words) => words.join(' ').replaceAll(/\s*\n\s*/g, ' '))

test('the parts of a line are the line, and their masked texts hold everything once', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(
        cutLine(text, task)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('an engine that says what it hears changes nothing but white space', () => {
  fc.assert(
    fc.property(line, (text) => {
      const bare = (one: string) => one.replaceAll(/\s/g, '')
      expect(bare(joinParts(cutLine(text, task), (masked) => masked))).toBe(bare(text))
    }),
  )
})

test('no part of a long line is much longer than an engine likes, and no link is cut', () => {
  fc.assert(
    fc.property(line, (text) => {
      for (const part of cutLine(text, task)) expect(part.text.length).toBeLessThanOrEqual(1_100)
    }),
  )
  const address = `https://example.org/${'a?b.c'.repeat(20)}`
  const parts = cutLine(`${'x'.repeat(950)} ${address} and more. ${'y '.repeat(100)}`, task)
  expect(parts.filter((part) => part.text.includes(address))).toHaveLength(1)
})
