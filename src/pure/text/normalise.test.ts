import { expect, test } from 'vitest'
import { isSeen, normaliseLine, normaliseName, normaliseText } from './normalise.ts'

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

test.each(['a', ' ', '\u0301', '\u0323\u0301', '\ud800', '\r', '\u202e', '\u200d', '\u{e0041}'])('100 KB of %j end', (unit) => {
  expect(normaliseLine(unit.repeat(100_000 / unit.length)).length).toBeLessThanOrEqual(100_000)
  expect(normaliseName(unit.repeat(100_000 / unit.length)).length).toBeLessThanOrEqual(100_000)
})

test.each([
  ['zero width', 'L\u200bi\u2060n\ufeff', 'Lin'],
  ['soft hyphen, marks of direction', '\u200fLi\u00adn\u200e\u061c', 'Lin'],
  ['bidi overrides', 'Lin\u202e\u2067 nimda\u2069', 'Lin nimda'],
  ['joiners that join nothing', 'L\u200di\u200cn\u200d', 'Lin'],
  ['tags', 'Lin\u{e0041}\u{e0064}', 'Lin'],
  ['a family', '👩‍👩‍👧 Lin', '👩‍👩‍👧 Lin'],
  ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['a flag with a joiner', '🏳️‍🌈', '🏳️‍🌈'],
  ['Persian', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['Hindi', 'क्\u200dष', 'क्\u200dष'],
])('a name: %s', (_name, text, expected) => {
  expect(normaliseName(text)).toBe(expected)
  expect(normaliseName(expected)).toBe(expected)
})

test.each(['', ' ', '\u200b', '\u3164\u115f', '\u2800', '\u200d', '\u0301', '\u2066\u2069', '\u{e0041}'])('%j cannot be seen', (text) => {
  expect(isSeen(normaliseName(text))).toBe(false)
})

test.each(['林', 'é', '👩‍👩‍👧', 'ن', '_'])('%s is seen', (text) => {
  expect(isSeen(normaliseName(text))).toBe(true)
})
