import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simplifyCharacters } from '../lexicon/han.ts'
import type { ReadingLevel } from './levels.ts'
import { bandsOf, chineseBands, isKnownAt, wordsWithRuby } from './reading-level.ts'
import { createSegmenter } from './segment.ts'

const bands = chineseBands()
const segmenter = createSegmenter({ userWords: ['后朋克', '盯鞋', '樂隊', '乐队', 'i人'] })
const rubyOf = (text: string, level: ReadingLevel): string[] => wordsWithRuby(segmenter.segment(text), level, bands, simplifyCharacters).map((t) => t.text)
const level = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<ReadingLevel>

test('each level knows as many words as it says', () => {
  const upTo = (most: number): number => [...bands.values()].filter((band) => band <= most).length
  expect([0, 1, 2, 3, 4, 5, 6].map(upTo)).toEqual([0, 300, 600, 1_200, 2_500, 5_000, 11_000])
})

test('ties are ranked in the order given, and only Chinese counts', () => {
  const counts = new Map([
    ['T恤', 900],
    ['我', 5],
    ['你', 5],
  ])
  expect([...bandsOf(counts)]).toEqual([
    ['我', 1],
    ['你', 1],
  ])
})

test('who begins gets ruby on every Chinese word, and once each', () => {
  expect(rubyOf('我是i人，我喜欢后朋克 live 92 场', 0)).toEqual(['我', '是', '喜欢', '后朋克', '场'])
})

test('little words go first, scene words never', () => {
  expect(rubyOf('我们的乐队是后朋克', 1)).toEqual(['乐队', '后朋克'])
  expect(rubyOf('這是後朋克', 6)).toEqual(['後朋克'])
  expect(rubyOf('一二三', 1)).toEqual([])
})

test('who knows more sees less', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bands.keys(), '盯鞋'), level, level, (word, a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a]
      expect(isKnownAt(word, low, bands) && !isKnownAt(word, high, bands)).toBe(false)
    }),
  )
  const post = '今天教大家做番茄炒蛋，先把鸡蛋打散，再放点盐'
  const shares = ([0, 1, 2, 3, 4, 5, 6] as const).map((n) => rubyOf(post, n).length)
  expect(shares).toEqual(shares.toSorted((x, y) => y - x))
  expect(shares[6]).toBeLessThan(shares[0] ?? 0)
})
