import { expect, test } from 'vitest'
import { normaliseLine, normaliseText } from './normalise.ts'

test.each([
  ['lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['composed form', 'cafe\u0301', 'café'],
  ['controls', 'a\u0000b\u0007c\u001bd\u007f', 'abcd'],
  ['tab and line feed stay', 'a\tb\nc', 'a\tb\nc'],
  ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['bidi overrides', 'user\u202egpj.exe\u2066x\u2069', 'usergpj.exex'],
  ['joined emoji stay', '👩‍👩‍👧', '👩‍👩‍👧'],
])('%s', (_name, text, expected) => {
  expect(normaliseText(text)).toBe(expected)
})

test('a tower of marks is cut to eight', () => {
  const marks = [...normaliseText(`z${'\u0323\u0301\u0307'.repeat(40)}a`)].filter((c) => /\p{M}/u.test(c))
  expect(marks.length).toBeLessThanOrEqual(8)
})

test('a line has no line ends', () => {
  expect(normaliseLine('  a\r\n\tb　c  ')).toBe('a b c')
})

test.each(['a', ' ', '\u0301', '\u0323\u0301', '\ud800', '\r', '\u202e'])('100 KB of %j end', (unit) => {
  expect(normaliseLine(unit.repeat(100_000 / unit.length)).length).toBeLessThanOrEqual(100_000)
})
