import { expect, test } from 'vitest'
import { dueFor, type Owing, relevance } from './due.ts'
import { provenFrom, termsOf } from './floor.ts'
import { likenessMarks } from './likeness.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

test('a newcomer’s note is owed a hundred impressions in the ten days after its author counts', () => {
  expect(termsOf('newcomer', { publishedAt: 0, provenAt: 5 * HOUR, now: HOUR })).toEqual({
    kind: 'newcomer',
    owed: 100,
    owedAcross: 0,
    startsAt: 5 * HOUR,
    dueAt: 5 * HOUR + 10 * DAY,
  })
  expect(termsOf('newcomer', { publishedAt: 8 * HOUR, provenAt: 5 * HOUR, now: 8 * HOUR })?.startsAt).toBe(8 * HOUR)
  expect(termsOf('newcomer', { publishedAt: 0, provenAt: 0, now: 10 * DAY })).toBeNull()
})

test('an account counts after a day, or at once when it was invited by one that counted then', () => {
  const joinedAt = 5 * DAY
  expect(provenFrom({ joinedAt, inviterJoinedAt: null })).toBe(6 * DAY)
  expect(provenFrom({ joinedAt, inviterJoinedAt: 4 * DAY })).toBe(joinedAt)
  expect(provenFrom({ joinedAt, inviterJoinedAt: 4 * DAY + 1 })).toBe(6 * DAY)
})

const owing = (note: string, more: Partial<Owing> = {}): Owing => ({
  kind: 'newcomer',
  owed: 100,
  owedAcross: 0,
  startsAt: 0,
  dueAt: 10 * DAY,
  state: 'open',
  given: 0,
  givenAcross: 0,
  note,
  author: `by ${note}`,
  language: 'en',
  layers: [],
  topics: [],
  ...more,
})
const dana = { id: 'dana', topics: new Set(['punk']), reads: new Set(['en']) }

test('what is nearer to the reader and further behind comes more often, and everything comes at times', () => {
  const near = owing('near', { topics: ['punk'] })
  const far = owing('far', { language: 'zh-Hans' })
  const late = owing('late', { language: 'zh-Hans', startsAt: -9 * DAY, dueAt: DAY })
  expect(relevance(near, dana)).toBeCloseTo(1)
  expect(relevance({ ...far, layers: ['en'] }, dana)).toBeCloseTo(0.5)
  expect(relevance(far, dana)).toBeCloseTo(0.2)
  const first = (notes: Owing[], what: string) => {
    const draws = Array.from({ length: 2_000 }, (_, seed) => dueFor(notes, dana, { now: 0, limit: 1, seed })[0]?.id)
    return draws.filter((id) => id === what).length / draws.length
  }
  // Odds of 1 to 0.2, and of ¼ to (10/11)², each times how near it is.
  expect(first([near, far], 'near')).toBeGreaterThan(0.8)
  expect(first([near, far], 'far')).toBeGreaterThan(0.12)
  expect(first([far, late], 'late')).toBeGreaterThan(0.7)
})

test('a reader at home in the note’s language is not asked for the share that is owed from elsewhere', () => {
  const theme = owing('theme', { kind: 'theme', owed: 150, owedAcross: 45, given: 105, givenAcross: 0 })
  expect(dueFor([theme], dana, { now: DAY, limit: 1, seed: 1 })).toEqual([])
  expect(dueFor([theme], { ...dana, reads: new Set(['ru']) }, { now: DAY, limit: 1, seed: 1 })).toHaveLength(1)
})

const SHOW = 'Last night in the basement the band went on stage for the first time, and the neighbours came down to listen until two in the morning.'
const TEA = 'Пятый год я завариваю один и тот же чай в чайнике из исинской глины и каждый раз записываю, какая была вода и сколько минут он стоял.'
const NOODLES = '我每天早上六点去楼下吃一碗担担面，老板记得我不要香菜，多一点花椒，今天他说下个月要回老家，这条街以后就没有这个味道了，我拍了最后一碗。'
const alike = (a: string, b: string) => likenessMarks(a).some((mark) => likenessMarks(b).includes(mark))

test('texts that are nearly the same share a mark, in any script; others and short ones share none', () => {
  for (const text of [SHOW, TEA, NOODLES]) {
    expect(alike(text, `${text.toUpperCase()}!! 17`)).toBe(true)
    expect(alike(text, `${text}.`)).toBe(true)
  }
  expect(alike(SHOW, SHOW.replace('basement', 'cellar'))).toBe(true)
  expect(
    alike(SHOW, 'At the market this morning the woman with the mushrooms told me where she finds them, and made me promise never to write it down anywhere.'),
  ).toBe(false)
  expect(alike(TEA, NOODLES)).toBe(false)
  expect(likenessMarks('Hello everybody, this is my first note here')).toEqual([])
  expect(likenessMarks('')).toEqual([])
})
