import fc from 'fast-check'
import { expect, test } from 'vitest'
import { truncateGraphemes } from './graphemes.ts'

const PIECES = [
  'a',
  'é',
  'e\u0301',
  ' ',
  '朋',
  '克',
  'か',
  'か\u3099',
  'ｶ\uff9e',
  '、',
  '👩‍👩‍👧‍👦',
  '한',
  '\u1112\u1161\u11ab',
  '\r\n',
  '©\ufe0f',
  'ش',
  '\u00ad',
]
const graphemes = (text: string) => Array.from(new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)

test('what is cut is cut between graphemes, whatever it is written in', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom('', '…'), (pieces, max, ellipsis) => {
      const text = pieces.join('')
      const all = graphemes(text)
      const expected = all.length <= max ? text : all.slice(0, max - ellipsis.length).join('') + ellipsis
      expect(truncateGraphemes(text, max, ellipsis)).toBe(expected)
    }),
    { numRuns: 500 },
  )
})
