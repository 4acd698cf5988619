import { expect, test } from 'vitest'
import { protect, tidyMarkers } from './protect.ts'
import { findTerms } from './terms.ts'

const terms = [
  { term: 'hot pot', translation: '火锅' },
  { term: 'pot', translation: '锅' },
  { term: '火锅', translation: 'hot pot' },
  { term: 'C++ (2.0)', translation: 'C++' },
]

test('whole words, whatever their case; the longest wins; Chinese anywhere', () => {
  expect(findTerms('Hot Pot, a pot, hotpot and hot pots; 吃火锅去', terms).map(({ start, as }) => [start, as])).toEqual([
    [0, '火锅'],
    [11, '锅'],
    [38, 'hot pot'],
  ])
  expect(findTerms('I use C++ (2.0)!', terms)).toEqual([{ start: 6, end: 15, as: 'C++' }])
})

test('a term is hidden from the engine and comes back as the host wants it, beside what is protected anyway', () => {
  const text = 'hot pot🍲 with @lin, hot pot again'
  const { masked, restore } = protect(text, findTerms(text, terms))
  expect(masked).toBe('[[x0]] with [[x1]], [[x2]] again')
  expect(restore('再来【X2】，和 [[x1]] 的 [[ x0 ]]')).toEqual({ text: '再来火锅，和 @lin 的 火锅🍲', intact: true })
})

test('markers are tidied to how they were sent', () => {
  expect(tidyMarkers('[[x0]] a [[x1]]', '［x1］ b [[ X0 ]]')).toEqual({ text: '[[x1]] b [[x0]]', intact: true })
  expect(tidyMarkers('[[x0]] a', 'b').intact).toBe(false)
})
