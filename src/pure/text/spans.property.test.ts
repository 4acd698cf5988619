import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countGraphemes, truncateGraphemes } from './graphemes.ts'
import { normaliseLine, normaliseText } from './normalise.ts'
import { protect } from './protect.ts'
import { splitSentences } from './sentences.ts'
import { findSpans } from './spans.ts'

const word = fc.constantFrom(
  '@mei',
  '#朋克',
  '＃бар',
  'https://a.org/x',
  '👍🏽',
  '`x`',
  '42',
  '乐队。',
  'so cute!',
  '[[x0]]',
  '\n',
  '\r\n',
  '\u0301',
  '\u202e',
  '\ud800',
  ' ',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(word).map((words) => words.join('')),
  fc.array(word).map((words) => words.join(' ')),
)

test('spans lie in order, without overlap, inside the text', () => {
  fc.assert(
    fc.property(text, (t) => {
      let from = 0
      for (const span of findSpans(t)) {
        expect(span.start).toBeGreaterThanOrEqual(from)
        expect(span.end).toBeGreaterThan(span.start)
        expect(t.slice(span.start, span.end)).toContain(span.value)
        from = span.end
      }
      expect(from).toBeLessThanOrEqual(t.length)
    }),
  )
})

test('what is hidden comes back as it was', () => {
  fc.assert(
    fc.property(text, (t) => {
      const { masked, restore } = protect(t)
      expect(restore(masked)).toEqual({ text: t, intact: true })
    }),
  )
})

test('normalising twice is normalising once, and nothing forbidden is left', () => {
  fc.assert(
    fc.property(text, (t) => {
      const once = normaliseText(t)
      expect(normaliseText(once)).toBe(once)
      expect(once.isWellFormed()).toBe(true)
      expect(once).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069\r]/)
      expect(once).not.toMatch(/\p{M}{9}/u)
      expect(normaliseLine(normaliseLine(t))).toBe(normaliseLine(t))
      expect(normaliseLine(t)).not.toContain('\n')
    }),
  )
})

test('a cut text is a prefix and fits', () => {
  fc.assert(
    fc.property(text, fc.nat(20), (t, max) => {
      expect(t.startsWith(truncateGraphemes(t, max))).toBe(true)
      expect(countGraphemes(truncateGraphemes(t, max))).toBeLessThanOrEqual(max)
    }),
  )
})

test('between sentences there is only white space', () => {
  fc.assert(
    fc.property(text, (t) => {
      let from = 0
      for (const s of splitSentences(t, 'zh-Hans')) {
        expect(t.slice(s.start, s.end)).toBe(s.text)
        expect(t.slice(from, s.start).trim()).toBe('')
        from = s.end
      }
      expect(t.slice(from).trim()).toBe('')
    }),
  )
})
