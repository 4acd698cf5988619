import { expect, test } from 'vitest'
import { seeded, shuffled } from '../random.ts'
import { betaQuantile, betaShare, bridgingOf, mixed, type Side } from './bridging.ts'

test('the quantiles that the rules were set by', () => {
  // features E6: 2 of 2 is .585, 3 of 3 .669, 3 of 4 .51, 5 of 7 .54, 7 of 10 .555, 6 of 10 .464
  for (const [likes, all, bound] of [
    [2, 2, 0.585],
    [3, 3, 0.669],
    [3, 4, 0.51],
    [5, 7, 0.54],
    [7, 10, 0.555],
    [6, 10, 0.464],
  ] as const)
    expect(betaQuantile(0.2, likes + 1, all - likes + 1)).toBeCloseTo(bound, 2)
  expect(betaShare(betaQuantile(0.2, 41, 961), 41, 961)).toBeCloseTo(0.2, 6)
})

test('a side of fewer than three is neither counted nor named; one side alone bridges nothing', () => {
  const side = (language: string, likes: number): Side => ({ language, likes, readers: 100 })
  expect(bridgingOf([side('en', 500), side('zh-Hans', 2)])).toBeNull()
  expect(bridgingOf([side('en', 30), side('ja', 2), side('zh-Hans', 3)])?.sides).toEqual([
    { language: 'en', likes: 30 },
    { language: 'zh-Hans', likes: 3 },
  ])
})

test('of 2,000 notes that four groups like, the 20 that all like come first; by number of likes they do not', () => {
  const random = seeded(5)
  const groups = ['en', 'zh-Hans', 'es', 'ja']
  const readers = [400, 300, 200, 120]
  const notes = Array.from({ length: 2_000 }, (_, note) => {
    const home = note % 4
    const appeal = 0.02 + 0.28 * random()
    const likes = readers.map((count, group) => {
      const rate = note < 20 ? 0.1 : group === home ? appeal : 0.01
      return Array.from({ length: count }, random).filter((draw) => draw < rate).length
    })
    return { note, likes, total: likes.reduce((a, b) => a + b, 0) }
  })
  notes.push({ note: 2_000, likes: [400, 0, 0, 0], total: 500 })
  const scored = notes.flatMap(({ note, likes }) => {
    const bridging = bridgingOf(groups.map((language, i) => ({ language, likes: likes[i] as number, readers: readers[i] as number })))
    return bridging ? [{ note, score: bridging.score }] : []
  })
  const first = scored.sort((a, b) => b.score - a.score).slice(0, 20)
  expect(first.filter(({ note }) => note < 20).length).toBeGreaterThanOrEqual(16)
  const liked = notes.sort((a, b) => b.total - a.total).slice(0, 20)
  expect(liked.filter(({ note }) => note < 20).length).toBeLessThanOrEqual(4)
  expect(scored.map(({ note }) => note)).not.toContain(2_000)
})

test('of a row of eight at most three are of one’s own language, while there are others, and none is lost', () => {
  const notes = Array.from(shuffled(60, seeded(2)), (i) => ({ id: i, language: i < 20 ? 'ja' : 'en' }))
  const order = mixed(notes, ({ language }) => language, 'en', { size: 8, most: 3 })
  expect(order.map(({ id }) => id).sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i))
  for (const row of [0, 8, 16, 24]) expect(order.slice(row, row + 8).filter(({ language }) => language === 'en').length).toBeLessThanOrEqual(3)
})
