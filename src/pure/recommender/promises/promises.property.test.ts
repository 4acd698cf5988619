import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueFor, need, type Owing } from './due.ts'
import { FLOORS, type Floor, stateAt } from './floor.ts'
import { counts, type Impression, settle } from './settle.ts'

const START = 1_000
const END = 2_000

const floors: fc.Arbitrary<Floor> = fc
  .record({
    owed: fc.integer({ min: 1, max: 40 }),
    acrossOf: fc.double({ min: 0, max: 1, noNaN: true }),
    state: fc.constantFrom('open', 'open', 'open', 'void'),
  })
  .map(({ owed, acrossOf, state }) => ({
    kind: 'theme' as const,
    owed,
    owedAcross: Math.floor(owed * acrossOf),
    startsAt: START,
    dueAt: END,
    state: state as Floor['state'],
    given: 0,
    givenAcross: 0,
  }))
const impressions: fc.Arbitrary<Impression[]> = fc.array(
  fc.record({ reader: fc.stringMatching(/^[a-z]{1,3}$/), at: fc.integer({ min: START - 200, max: END + 200 }), across: fc.boolean() }),
  { maxLength: 80 },
)

test('no more is given than is owed, and what is paid has its share from elsewhere', () => {
  fc.assert(
    fc.property(floors, impressions, (floor, seen) => {
      const { floor: after, paid } = settle(floor, seen)
      expect(after.given).toBe(paid.length)
      expect(after.givenAcross).toBe(paid.filter(({ across }) => across).length)
      expect(after.given).toBeLessThanOrEqual(after.owed)
      expect(after.state === 'paid').toBe(floor.state === 'open' && after.given === after.owed)
      if (after.state === 'paid') expect(after.givenAcross).toBeGreaterThanOrEqual(after.owedAcross)
      expect(paid.every(({ at }) => at >= START && at < END)).toBe(true)
      if (floor.state === 'void') expect(paid).toEqual([])
    }),
  )
})

test('an impression that counts is refused only when its place is taken', () => {
  fc.assert(
    fc.property(floors, impressions, (floor, seen) => {
      const { floor: after, paid } = settle(floor, seen)
      const left = seen.filter((one) => !paid.includes(one))
      if (floor.state === 'open' && after.state === 'open') expect(left.filter((one) => one.at >= START && one.at < END && counts(after, one))).toEqual([])
    }),
  )
})

test('two batches, the earlier first, give what one gives', () => {
  fc.assert(
    fc.property(floors, impressions, fc.integer({ min: START, max: END }), (floor, seen, cut) => {
      const first = settle(
        floor,
        seen.filter(({ at }) => at < cut),
      )
      const second = settle(
        first.floor,
        seen.filter(({ at }) => at >= cut),
      )
      const whole = settle(floor, seen)
      expect([...first.paid, ...second.paid]).toEqual(whole.paid)
      expect(second.floor).toEqual(whole.floor)
    }),
  )
})

test('an end is an end: whatever comes later, a closed floor stays what it is', () => {
  fc.assert(
    fc.property(floors, impressions, impressions, fc.integer({ min: START, max: END + 500 }), (floor, before, later, now) => {
      const { floor: then } = settle(floor, before)
      const closed = { ...then, state: stateAt(then, now) }
      if (closed.state !== 'open') expect(settle(closed, later)).toEqual({ floor: closed, paid: [] })
    }),
  )
})

const owing: fc.Arbitrary<Owing[]> = fc
  .array(
    fc.record({
      floor: floors,
      given: fc.double({ min: 0, max: 1, noNaN: true }),
      author: fc.constantFrom('lin', 'dana', 'mei', 'kai'),
      language: fc.constantFrom('en', 'zh-Hans', 'ru'),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ floor, given, author, language }, i) => ({
      ...floor,
      given: Math.floor(floor.owed * given),
      note: `n${i}`,
      author,
      language,
      layers: [],
      topics: [],
    })),
  )
const reader = { id: 'kai', topics: new Set<string>(), reads: new Set(['en']) }

test('what is due is open, owed still, not the reader’s own, and never twice by one author', () => {
  fc.assert(
    fc.property(owing, fc.integer({ min: START - 100, max: END + 100 }), fc.integer({ min: 0, max: 5 }), fc.integer(), (rows, now, limit, seed) => {
      const found = dueFor(rows, reader, { now, limit, seed })
      expect(found.length).toBeLessThanOrEqual(limit)
      const authors = found.map(({ id }) => rows.find((row) => row.note === id)?.author)
      expect(new Set(authors).size).toBe(found.length)
      expect(authors).not.toContain('kai')
      for (const { id, due } of found) {
        const row = rows.find((one) => one.note === id) as Owing
        expect(stateAt(row, now)).toBe('open')
        expect(due.need).toBeGreaterThan(0)
        expect(due.need).toBeLessThanOrEqual(1)
        expect(counts(row, { at: now, across: !reader.reads.has(row.language) })).toBe(true)
      }
      expect(dueFor([...rows].reverse(), reader, { now, limit, seed })).toEqual(found)
      const possible = rows.filter((row) => row.author !== 'kai' && need(row, now) > 0 && counts(row, { at: now, across: !reader.reads.has(row.language) }))
      expect(found.length).toBe(Math.min(limit, new Set(possible.map(({ author }) => author)).size))
    }),
  )
})

test('need grows as time runs out and falls as impressions are given', () => {
  fc.assert(
    fc.property(floors, fc.integer({ min: START, max: END - 2 }), fc.integer({ min: 0, max: 39 }), (open, now, given) => {
      const floor: Floor = { ...open, state: 'open', given: Math.min(given, open.owed - 1) }
      expect(need(floor, now + 1)).toBeGreaterThan(need(floor, now))
      if (floor.given + 1 <= floor.owed) expect(need({ ...floor, given: floor.given + 1 }, now)).toBeLessThan(need(floor, now))
    }),
  )
})

test('the share from elsewhere that is published is at least three tenths of a theme’s floor', () => {
  expect(FLOORS.theme.across / FLOORS.theme.impressions).toBeGreaterThanOrEqual(0.3)
})
