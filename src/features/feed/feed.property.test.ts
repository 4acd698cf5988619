import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interleave, pages } from './compose.ts'
import { type Candidate, draw, rank } from './rank.ts'
import { composition } from './weights.ts'

const now = new Date('2026-03-01T00:00:00Z')
const candidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.uuid(),
  authorId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  publishedAt: fc.integer({ min: 0, max: 2_000 }).map((hours) => new Date(now.getTime() - hours * 3_600_000)),
  quality: fc.double({ min: 1, max: 8, noNaN: true }),
  language: fc.constantFrom('en', 'zh-Hans', 'ja'),
  layerLanguages: fc.subarray(['en', 'zh-Hans']),
  topics: fc.subarray(['punk', 'noodles', 'cat', 'hiking']),
})
const notes = fc.uniqueArray(candidate, { selector: (note) => note.id, maxLength: 60 })
const taste = { topics: new Set(['punk']), people: new Set(['a']), reads: new Set(['en']), now, seed: 7 }

test('the pages are the ranking: nothing lost, nothing twice, the same for the same seed', () => {
  fc.assert(
    fc.property(notes, (all) => {
      const ranking = rank(all, taste)
      const seen = [...pages(ranking, { slots: 12, reads: taste.reads })].flat().map((note) => note.id)
      expect([...seen].sort()).toEqual(all.map((note) => note.id).sort())
      expect([...pages(rank([...all].reverse(), taste), { slots: 12, reads: taste.reads })].flat().map((note) => note.id)).toEqual(seen)
    }),
  )
})

test('an author never has more than two of twelve slots while others could fill them', () => {
  fc.assert(
    fc.property(notes, (all) => {
      for (const page of pages(rank(all, taste), { slots: 12, reads: taste.reads })) {
        const counts = new Map<string, number>()
        for (const note of page) counts.set(note.authorId, (counts.get(note.authorId) ?? 0) + 1)
        if (page.length > 1) expect(Math.max(...counts.values())).toBeLessThanOrEqual(composition.perAuthor)
      }
    }),
  )
})

test('other languages keep their slots on the first page when there are such notes by enough authors', () => {
  const many = (language: string, count: number): Candidate[] =>
    Array.from({ length: count }, (_, i) => ({
      id: `${language}-${i}`,
      authorId: `${language}-${i}`,
      publishedAt: now,
      quality: language === 'en' ? 8 : 1,
      language,
      layerLanguages: [],
      topics: [`t${i}`],
    }))
  const [first = []] = pages(rank([...many('en', 30), ...many('zh-Hans', 3)], taste), { slots: 12, reads: taste.reads })
  expect(first.filter((note) => note.language === 'zh-Hans').length).toBeGreaterThanOrEqual(composition.otherLanguages)
})

test('of two languages the smaller has at least 30 % of the first 20 when it has the notes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 40, max: 5_000 }), (few, many) => {
      const mixed = interleave([Array.from({ length: many }, () => 'zh'), Array.from({ length: few }, () => 'en')])
      expect(mixed.slice(0, 20).filter((one) => one === 'en').length).toBeGreaterThanOrEqual(6)
      expect(mixed).toHaveLength(few + many)
    }),
    { numRuns: 40 },
  )
})

test('draws are spread over [0, 1) and depend on the seed', () => {
  const values = Array.from({ length: 2_000 }, (_, i) => draw(1, `note-${i}`))
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...values)).toBeLessThan(1)
  expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(0.5, 1)
  expect(draw(1, 'x')).not.toBe(draw(2, 'x'))
})
