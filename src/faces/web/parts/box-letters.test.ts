import { expect, test } from 'vitest'
import { lettersIn } from './box-letters.ts'

test('letters fill their box, and are never too small to read', () => {
  expect(lettersIn({ width: 400, height: 200 }, 'Tea')).toBe(24)
  expect(lettersIn({ width: 20, height: 6 }, 'Tea')).toBeNull()
  expect(lettersIn({ width: 60, height: 16 }, 'Tea with milk and sugar')).toBeNull()
  const sizeOf = (text: string) => lettersIn({ width: 160, height: 44 }, text) ?? 0
  expect(sizeOf('A line that goes on for a while')).toBeLessThan(sizeOf('A short line'))
  // A Han character takes the room of two letters.
  expect(sizeOf('今晚八点开始在河边小店')).toBeLessThan(sizeOf('abcdefghijk'))
  expect(sizeOf('one\ntwo')).toBeLessThan(sizeOf('one two'))
})
