import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lexicon } from './signs.ts'
import { ENOUGH, type Side, UNUSED, type Use, weigh } from './weigh.ts'

const entries: Record<string, { reading: string; senses: string[] }[]> = {
  火锅: [{ reading: 'huo3 guo1', senses: ['hotpot'] }],
  街头: [{ reading: 'jie1 tou2', senses: ['street'] }],
  小吃: [{ reading: 'xiao3 chi1', senses: ['snack', 'food'] }],
  爵士: [{ reading: 'jue2 shi4', senses: ['knight', 'Sir', '(loanword) jazz'] }],
  布鲁斯: [{ reading: 'bu4 lu3 si1', senses: ['blues (music) (loanword)'] }],
  丛林: [{ reading: 'cong2 lin2', senses: ['jungle', 'thicket'] }],
}
const lexicon: Lexicon = { entries: (word) => entries[word] ?? [], topicsIn: () => [] }
const side = (label: string, language: string, more: Partial<Side> = {}): Side => ({ id: label, seeded: false, labels: [{ language, label }], ...more })
const zh = (label: string, more?: Partial<Side>) => side(label, 'zh-Hans', more)
const en = (label: string, more?: Partial<Side>) => side(label, 'en', more)
const jazz: Side = {
  id: 'jazz',
  seeded: true,
  isGenre: true,
  labels: [
    { language: 'zh-Hans', label: '爵士' },
    { language: 'en', label: 'jazz' },
  ],
}
const jungle = en('jungle', { seeded: true, isGenre: true })

test.each([
  ['the dictionary says so', zh('火锅'), en('Hot Pots'), 'dictionary'],
  ['word by word', zh('街头小吃'), en('street food'), 'word-by-word'],
  ['a long sound', zh('螺蛳粉'), en('luosifen'), 'sound'],
  ['number and a general word', en('ska music'), en('ska'), 'spelling'],
] as const)('%s', (_why, a, b, code) => {
  const found = weigh(a, b, lexicon)
  expect(found?.score).toBeGreaterThanOrEqual(ENOUGH)
  expect(found?.evidence[0]).toMatchObject({ code })
})

test.each([
  ['a name', zh('布鲁斯'), en('Bruce')],
  ['another meaning of a word that a concept has', jazz, en('Sir')],
  ['a genre named by an ordinary word', zh('丛林'), jungle],
  ['one word more', zh('火锅'), en('hotpot revival')],
  ['a short sound that many words have', zh('豹子'), en('baozi')],
] as const)('not enough: %s', (_why, a, b) => {
  expect(weigh(a, b, lexicon)?.score ?? 0).toBeLessThan(ENOUGH)
})

const label = fc.constantFrom('火锅', '街头小吃', '爵士', '布鲁斯', 'hotpot', 'hot pots', 'jazz', 'Sir', 'Bruce', 'blues music', 'street food', 'baozi')
const aSide = fc
  .record({ label, seeded: fc.boolean(), isGenre: fc.boolean() })
  .map(({ label: one, ...more }) => side(one, /\p{Script=Han}/u.test(one) ? 'zh-Hans' : 'en', more))
const use = fc
  .record({ notes: fc.nat(20), people: fc.nat(10), one: fc.nat(40), other: fc.nat(40), peopleOfBoth: fc.nat(10), layers: fc.nat(3) })
  .map(({ one, other, ...rest }): Use => ({ ...rest, each: [rest.notes + one, rest.notes + other] }))

test('the rule does not care which comes first, stays between 0 and 1, and says why', () => {
  fc.assert(
    fc.property(aSide, aSide, use, (a, b, used) => {
      const [found, turned] = [weigh(a, b, lexicon, used), weigh(b, a, lexicon, { ...used, each: [used.each[1], used.each[0]] })]
      expect(turned?.score ?? 0).toBeCloseTo(found?.score ?? 0)
      if (!found) return
      expect(found.score).toBeGreaterThan(0)
      expect(found.score).toBeLessThanOrEqual(1)
      expect(found.evidence.length).toBeGreaterThan(0)
    }),
  )
})

test('use never takes away, and two concepts of the seed are never put before readers', () => {
  fc.assert(
    fc.property(aSide, aSide, use, (a, b, used) => {
      expect(weigh(a, b, lexicon, used)?.score ?? 0).toBeGreaterThanOrEqual(weigh(a, b, lexicon, UNUSED)?.score ?? 0)
      expect(weigh({ ...a, seeded: true }, { ...b, seeded: true }, lexicon, used)).toBeNull()
    }),
  )
})

test('tags of one language that are always together are not one by that alone', () => {
  const always: Use = { notes: 30, people: 12, each: [30, 30], peopleOfBoth: 12, layers: 0 }
  expect(weigh(en('punk'), en('leather'), lexicon, always)).toBeNull()
  expect(weigh(zh('夜跑打卡'), en('nightrunclub'), lexicon, always)?.score).toBeGreaterThanOrEqual(ENOUGH)
})
