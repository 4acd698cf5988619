import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Found, rank } from './ranking.ts'

const now = new Date('2026-03-01T00:00:00Z')
const found = fc.record({
  kind: fc.constant('note'),
  id: fc.uuid(),
  inTitle: fc.nat({ max: 1 }),
  language: fc.constantFrom('en', 'zh-Hans'),
  createdAt: fc.integer({ min: 0, max: 400 }).map((days) => new Date(now.getTime() - days * 86_400_000)),
  why: fc.constantFrom('text' as const, 'topic' as const),
})
const by = { words: 1, reads: new Set(['en']), now }

test('the order does not depend on the order of finding, and nothing comes twice', () => {
  fc.assert(
    fc.property(fc.array(found, { maxLength: 30 }), (all) => {
      const one = rank(all, by).map((x) => x.id)
      expect(rank([...all].reverse(), by).map((x) => x.id)).toEqual(one)
      expect(new Set(one).size).toBe(one.length)
    }),
  )
})

test('of two equal notes the newer, the titled and the readable one comes first', () => {
  const base: Found = { kind: 'note', id: '1', inTitle: 0, language: 'zh-Hans', createdAt: new Date('2026-01-01T00:00:00Z'), why: 'text' }
  for (const better of [{ createdAt: new Date('2026-02-01T00:00:00Z') }, { inTitle: 1 }, { language: 'en' }, { why: 'topic' as const }]) {
    expect(rank([base, { ...base, id: '2', ...better }], by)[0]?.id).toBe('2')
  }
})
