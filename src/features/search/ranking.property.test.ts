import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Wanted } from './question.ts'
import { type Candidate, rank } from './ranking.ts'

const now = new Date('2026-03-01T00:00:00Z')
const wanted: Wanted[] = ['punk', 'show'].map((text) => ({
  text,
  ways: [
    { why: 'text', by: null, terms: [text] },
    { why: 'topic', by: null, terms: [`#topic:${text}`] },
    { why: 'reading', by: null, terms: [`~${text}`] },
    { why: 'dictionary', by: '朋克', terms: ['朋克'] },
  ],
}))
const by = { wanted, reads: new Set(['en']), now }
const met = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }))
const candidate = fc.record({
  kind: fc.constant('note'),
  id: fc.uuid(),
  met,
  titled: fc.constant([0, 0]),
  language: fc.constantFrom('en', 'zh-Hans'),
  createdAt: fc.integer({ min: 0, max: 400 }).map((days) => new Date(now.getTime() - days * 86_400_000)),
})

test('the order does not depend on the order of finding, and nothing comes twice', () => {
  fc.assert(
    fc.property(fc.uniqueArray(candidate, { maxLength: 30, selector: (one) => one.id }), (all) => {
      const one = rank(all, by).map((x) => x.id)
      expect(rank([...all, ...all].reverse(), by).map((x) => x.id)).toEqual(one)
      expect(new Set(one).size).toBe(one.length)
    }),
  )
})

const base: Candidate = { kind: 'note', id: '1', met: [1, 1], titled: [0, 0], language: 'zh-Hans', createdAt: new Date('2026-01-01T00:00:00Z') }

test('of two equal notes the newer, the titled and the readable one comes first', () => {
  for (const better of [{ createdAt: new Date('2026-02-01T00:00:00Z') }, { titled: [1, 0] }, { language: 'en' }, { met: [2, 1] }])
    expect(rank([base, { ...base, id: '2', ...better }], by)[0]?.id).toBe('2')
})

test('a word that sounds so or means it stands below the word itself, and less than every word below all of them', () => {
  const order = [
    [1, 1],
    [1, 3],
    [1, 4],
    [4, 4],
    [2, 0],
    [1, 0],
    [4, 0],
  ]
  expect(rank(order.map((met, at) => ({ ...base, id: `${9 - at}`, met })).reverse(), by).map((one) => one.id)).toEqual(order.map((_, at) => `${9 - at}`))
})

test('the reason told is the least direct one, with the word it was found by', () => {
  const reasons = [
    [1, 1],
    [1, 2],
    [3, 1],
    [2, 4],
  ].map((met) => rank([{ ...base, met }], by)[0])
  expect(reasons.map((one) => [one?.why, one?.by])).toEqual([
    ['text', null],
    ['topic', null],
    ['reading', null],
    ['dictionary', '朋克'],
  ])
})
