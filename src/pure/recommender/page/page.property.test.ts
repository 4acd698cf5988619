import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrated } from './calibration.ts'
import { compose } from './compose.ts'
import { draw } from './draw.ts'
import { type Change, explain, placeOf, withChange } from './explain.ts'
import { FEATURE_COUNT, featuresOf, type Sight } from './features.ts'
import { contributionsOf, priorHeads, scoreOf } from './heads.ts'
import { type Example, learn, untaught } from './lesson.ts'
import { makePage, rankFor } from './make-page.ts'
import { profileOf } from './profile.ts'
import { rank } from './rank.ts'
import { decodeTrail, encodeTrail, start } from './trail.ts'
import { type Act, type Asked, type Candidate, HEADS, type Note, type Ports, type Reader, type Slot, SOURCES } from './types.ts'
import { composition } from './weights.ts'

const NOW = Date.UTC(2026, 2, 1)
const HOUR = 3_600_000
const TOPICS = ['punk', 'noodles', 'cat', 'hiking', 'dance']
const LANGUAGES = ['en', 'zh-Hans', 'ja']

const note: fc.Arbitrary<Note> = fc.record({
  id: fc.uuid(),
  author: fc.constantFrom(...'abcdefghijklmnop'),
  publishedAt: fc.integer({ min: -10, max: 2_000 }).map((hours) => NOW - hours * HOUR),
  quality: fc.double({ min: 1, max: 8, noNaN: true }),
  language: fc.constantFrom(...LANGUAGES),
  country: fc.constantFrom(null, 'CN', 'US', 'JP'),
  layers: fc.subarray(['en', 'zh-Hans']),
  topics: fc.subarray(TOPICS),
  art: fc.boolean(),
  bridging: fc.option(fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), sides: fc.constant([{ language: 'en', likes: 4 }]) })),
})
const candidate: fc.Arbitrary<Candidate> = fc
  .tuple(
    note,
    fc.record({
      sources: fc.subarray([...SOURCES, 'engine' as const], { minLength: 1 }),
      taste: fc.option(fc.record({ score: fc.double({ min: -3, max: 5, noNaN: true }), isNear: fc.boolean() })),
      due: fc.option(fc.record({ kind: fc.constant('newcomer'), need: fc.double({ min: 0, max: 1, noNaN: true }) })),
    }),
  )
  .map(([a, b]) => ({ ...a, ...b }))
const candidates = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 120 })
const controls = fc.record({
  unexpected: fc.double({ min: -1, max: 1, noNaN: true }),
  far: fc.double({ min: -1, max: 1, noNaN: true }),
  across: fc.integer({ min: 0, max: composition.mostAcross }),
})
const set = <T>(values: readonly T[]) => fc.subarray([...values]).map((some): ReadonlySet<T> => new Set(some))
const reader: fc.Arbitrary<Reader> = fc.record({
  id: fc.constantFrom(null, 'a'),
  topics: set(TOPICS),
  people: set([...'bcd']),
  reads: set(LANGUAGES),
  country: fc.constantFrom(null, 'CN'),
  acts: fc.constant([] as Act[]),
  controls,
  muted: fc.record({ people: set([...'ef']), topics: set(['cat']), languages: set(['ja']) }),
  blocked: set([...'g']),
})
const sightOf = (one: Reader): Sight => ({ reader: one, profile: profileOf([], new Map()), now: NOW })
const asked = (seed: number, extra: Partial<Asked> = {}): Asked => ({ seed, now: NOW, slots: composition.slots, trail: start, ...extra })

/** Everything in memory: what the simulator and the server hand in, in small. */
const portsOf = (all: readonly Candidate[], extra: Partial<Ports> = {}): Ports => {
  const notes = new Map(all.map((one) => [one.id, one]))
  return {
    sources: {
      hottest: async () => all.map(({ id, due }) => ({ id, due: due ?? undefined })),
      topics: async ({ topics }) => all.filter((one) => one.topics.some((topic) => topics.has(topic))).map(({ id }) => ({ id })),
    },
    seen: async () => new Set(),
    load: async (ids) => ids.flatMap((id) => notes.get(id) ?? []),
    taste: async (_, ids) => new Map(ids.flatMap((id) => (notes.get(id)?.taste ? [[id, notes.get(id)?.taste as NonNullable<Candidate['taste']>]] : []))),
    heads: priorHeads,
    ...extra,
  }
}

async function scroll(ports: Ports, one: Reader, seed: number): Promise<Slot[][]> {
  const pages: Slot[][] = []
  let trail: Asked['trail'] | null = start
  while (trail) {
    const page = await makePage(ports, one, asked(seed, { trail }))
    pages.push([...page.slots])
    // As a cursor would carry it.
    trail = page.trail && decodeTrail(encodeTrail(page.trail))
  }
  return pages
}

const windows = <T>(list: readonly T[], size: number): T[][] => Array.from({ length: Math.max(1, list.length - size + 1) }, (_, i) => list.slice(i, i + size))

test('no page breaks a hard rule, whatever there is to compose', () => {
  fc.assert(
    fc.property(candidates, reader, fc.integer(), fc.integer({ min: 1, max: 48 }), (all, one, seed, slots) => {
      const sight = sightOf(one)
      const page = compose(rank(all, priorHeads, sight), sight, asked(seed, { slots }))
      expect(page.length).toBeLessThanOrEqual(slots)
      expect(new Set(page.map((slot) => slot.note.id)).size).toBe(page.length)
      for (const window of windows(page, composition.slots))
        for (const [, same] of Map.groupBy(window, (slot) => slot.note.author)) expect(same.length).toBeLessThanOrEqual(composition.perAuthor)
      for (const window of windows(page, 12)) expect(window.filter(({ kind }) => kind === 'promise').length).toBeLessThanOrEqual(1)
      for (const window of windows(page, 25)) expect(window.filter(({ kind }) => kind === 'promise').length).toBeLessThanOrEqual(3)
      for (const window of windows(page, 12)) expect(window.filter(({ kind }) => kind === 'across').length).toBeLessThanOrEqual(one.controls.across)
      for (const { propensity } of page) {
        expect(propensity).toBeGreaterThan(0)
        expect(propensity).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

test('each run of six slots has one of the arts unless every one left is by an author who has two already', () => {
  fc.assert(
    fc.property(candidates, reader, fc.integer(), (all, one, seed) => {
      const sight = sightOf(one)
      const page = compose(rank(all, priorHeads, sight), sight, asked(seed))
      for (let end = composition.artsEvery; end <= page.length; end += composition.artsEvery) {
        if (page.slice(end - composition.artsEvery, end).some((slot) => slot.note.art)) continue
        const before = page.slice(0, end - 1)
        const left = all.filter((other) => other.art && !before.some((slot) => slot.note.id === other.id))
        for (const { author } of left) expect(before.filter((slot) => slot.note.author === author).length).toBe(composition.perAuthor)
      }
    }),
  )
})

test('two notes by one author stand ten apart as long as there is another author', () => {
  fc.assert(
    fc.property(candidates, reader, fc.integer(), (all, one, seed) => {
      const sight = sightOf(one)
      const page = compose(rank(all, priorHeads, sight), sight, asked(seed))
      for (const [at, slot] of page.entries()) {
        const near = new Set(page.slice(Math.max(0, at - 9), at).map((other) => other.note.author))
        if (!near.has(slot.note.author)) continue
        const before = new Set(page.slice(0, at).map((other) => other.note.id))
        const others = all.filter((other) => !before.has(other.id) && !near.has(other.author))
        // Only for one of the arts does a note come closer while others wait.
        expect(slot.kind === 'arts' ? others.filter((other) => other.art) : others).toEqual([])
      }
    }),
  )
})

test('the pages together are all that the reader wants: nothing lost, nothing twice, nothing muted, the same for the same seed', async () => {
  await fc.assert(
    fc.asyncProperty(candidates, reader, fc.integer(), async (all, one, seed) => {
      const shown = (await scroll(portsOf(all), one, seed)).flat().map((slot) => slot.note)
      const { ranking } = await rankFor(portsOf(all), one, asked(seed))
      expect(shown.map(({ id }) => id).sort()).toEqual(ranking.map((ranked) => ranked.note.id).sort())
      for (const { author, language, topics, publishedAt } of shown) {
        expect([one.id, ...one.blocked, ...one.muted.people]).not.toContain(author)
        expect(one.muted.languages.has(language) || topics.some((topic) => one.muted.topics.has(topic)) || publishedAt > NOW).toBe(false)
      }
      expect((await scroll(portsOf([...all].reverse()), one, seed)).flat().map((slot) => slot.note.id)).toEqual(shown.map(({ id }) => id))
    }),
    { numRuns: 40 },
  )
})

test('reasons are at most four and add up to the score', async () => {
  await fc.assert(
    fc.asyncProperty(candidates, reader, async (all, one) => {
      const acts = all.slice(0, 10).map(({ id }, i) => ({ id, weight: i % 3 === 0 ? -1 : 1, at: NOW }))
      for (const { reasons, score } of (await makePage(portsOf(all), { ...one, acts }, asked(1))).slots) {
        expect(reasons.length).toBeLessThanOrEqual(4)
        expect(Math.abs(reasons.reduce((sum, { contribution }) => sum + contribution, 0) - score)).toBeLessThan(1e-6)
      }
    }),
  )
})

test('the parts of a score are exact whatever the heads have learnt', () => {
  const weightsOf = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: FEATURE_COUNT, maxLength: FEATURE_COUNT })
  fc.assert(
    fc.property(fc.array(weightsOf, { minLength: HEADS.length, maxLength: HEADS.length }), weightsOf, (rows, values) => {
      const heads = Object.fromEntries(HEADS.map((name, i) => [name, { bias: -2, weights: rows[i] as number[] }])) as unknown as typeof priorHeads
      const features = Float64Array.from(values)
      const { base, parts } = contributionsOf(heads, features)
      expect(parts.reduce((sum, part) => sum + part, base)).toBeCloseTo(scoreOf(heads, features, new Uint8Array(FEATURE_COUNT)), 8)
    }),
  )
})

test('what a preview says is what the switch then does', async () => {
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constant('unfollow-topic' as const), id: fc.constantFrom(...TOPICS) }),
    fc.record({ kind: fc.constant('unfollow-person' as const), id: fc.constantFrom('b', 'c') }),
    fc.record({ kind: fc.constantFrom('unexpected' as const, 'far' as const), value: fc.constantFrom(-1, 0, 1) }),
  )
  await fc.assert(
    fc.asyncProperty(candidates, reader, change, async (all, one, switched) => {
      const wanted = (await rankFor(portsOf(all), one, asked(3))).ranking
      const id = wanted[0]?.note.id ?? 'none'
      const told = await explain(portsOf(all), one, asked(3), id, [switched])
      if (wanted[0] === undefined) {
        expect(told).toBeNull()
        return
      }
      expect(told).toMatchObject({ place: 1, of: wanted.length })
      expect(told?.score).toBeCloseTo(wanted[0].score, 9)
      const then = (await rankFor(portsOf(all), withChange(one, switched), asked(3))).ranking
      const [preview] = told?.previews ?? []
      expect(preview?.place).toBe(placeOf(then, id))
      const first = wanted.slice(0, 20).map((ranked) => ranked.note.id)
      expect(preview?.changed).toBe(then.slice(0, 20).filter((ranked) => !first.includes(ranked.note.id)).length)
    }),
    { numRuns: 40 },
  )
})

test('forgetting an act gives the ranking as if it had never been', async () => {
  const all = fc.sample(candidate, { numRuns: 60, seed: 4 })
  const [one] = fc.sample(reader, { numRuns: 1, seed: 4 }) as [Reader]
  const liked = { id: all[0]?.id ?? '', weight: 1, at: NOW }
  const never = (await rankFor(portsOf(all), one, asked(1))).ranking.map(({ score }) => score)
  const after = (await rankFor(portsOf(all), { ...one, acts: [liked] }, asked(1))).ranking.map(({ score }) => score)
  const forgotten = withChange({ ...one, acts: [liked] }, { kind: 'forget-act', id: liked.id })
  expect(after).not.toEqual(never)
  expect((await rankFor(portsOf(all), forgotten, asked(1))).ranking.map(({ score }) => score)).toEqual(never)
})

test('a source, the seen and the engine may fail, each alone, and whoever watches is told', async () => {
  const all = fc.sample(candidate, { numRuns: 60, seed: 9 })
  const one: Reader = { ...(fc.sample(reader, { numRuns: 1, seed: 2 })[0] as Reader), acts: [{ id: all[0]?.id ?? '', weight: 1, at: NOW }] }
  const fails = async () => {
    throw new Error('down')
  }
  const told: string[] = []
  const ports = portsOf(all)
  const page = await makePage(
    { ...ports, sources: { ...ports.sources, topics: fails, across: fails }, seen: fails, taste: fails, failed: (what) => told.push(what) },
    one,
    asked(1),
  )
  expect(page.slots.length).toBeGreaterThan(5)
  expect(told.sort()).toEqual(['across', 'seen', 'taste', 'topics'])
})

const lessonOf = (examples: readonly Example[]) => {
  const { heads, calibration } = learn(untaught, examples)
  return [heads, calibration] as const
}

test('the heads learn what readers do, one way, and are pulled back to what was written', () => {
  const [one] = fc.sample(reader, { numRuns: 1, seed: 3 }) as [Reader]
  const all = fc.sample(candidate, { numRuns: 400, seed: 3 })
  const examples = all.map((other) => ({
    features: featuresOf(other, sightOf(one), new Float64Array(FEATURE_COUNT)),
    acts: new Set(other.art ? (['open', 'like'] as const) : []),
    propensity: 0.5,
  }))
  const learnt = calibrated(...lessonOf(examples))
  expect(calibrated(...lessonOf(examples))).toEqual(learnt)
  const meanOf = (heads: typeof priorHeads, art: boolean) => {
    const scores = rank(all, heads, sightOf(one)).filter((ranked) => ranked.note.art === art)
    return scores.reduce((sum, { score }) => sum + score, 0) / scores.length
  }
  expect(meanOf(learnt, true) / meanOf(learnt, false)).toBeGreaterThan(1.5 * (meanOf(priorHeads, true) / meanOf(priorHeads, false)))
})

test('draws are spread over [0, 1) and depend on the seed', () => {
  const values = Array.from({ length: 2_000 }, (_, i) => draw(1, `note-${i}`))
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...values)).toBeLessThan(1)
  expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(0.5, 1)
  expect(draw(1, 'x')).not.toBe(draw(2, 'x'))
})
