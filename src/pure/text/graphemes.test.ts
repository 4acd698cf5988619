import { expect, test } from 'vitest'
import { countGraphemes, truncateGraphemes } from './graphemes.ts'

test.each([
  ['', 0],
  ['abc', 3],
  ['朋克乐队', 4],
  ['👩‍👩‍👧‍👦🇨🇳', 2],
  ['e\u0301', 1],
  ['한국', 2],
])('%s has %i graphemes', (text, count) => {
  expect(countGraphemes(text)).toBe(count)
})

test('a family is never cut in two', () => {
  expect(truncateGraphemes('a👩‍👩‍👧‍👦b', 2)).toBe('a👩‍👩‍👧‍👦')
  expect(truncateGraphemes('乐队现场', 3, '…')).toBe('乐队…')
  expect(truncateGraphemes('乐队', 2, '…')).toBe('乐队')
  expect(truncateGraphemes('e\u0301e\u0301', 2, '…')).toBe('e\u0301e\u0301')
  expect(truncateGraphemes('abc', 0)).toBe('')
})
