import { expect, test } from 'vitest'
import { ARTS, familyOf, LANGUAGES, NO_TOPIC, TOPICS } from './atlas.ts'
import { type Chances, careOf, chancesOf, isForeign, reinforce } from './behaviour.ts'
import { newest } from './feeds/newest.ts'
import { oracle } from './feeds/oracle.ts'
import { popularity } from './feeds/popularity.ts'
import { DRAW, lot } from './lot.ts'
import { type OpenFeed, play } from './measure.ts'
import { worldOf } from './world.ts'

const SMALL = { seed: 3, readers: 150, days: 8, authors: 200 }
const chances: Chances = { open: 0, like: 0, save: 0, hide: 0 }
const POPULARITY: OpenFeed = (world, place) => popularity(world, place)

test('the same seed makes the same world and the same figures, another seed others', async () => {
  expect(worldOf(SMALL)).toEqual(worldOf(SMALL))
  const [once, again, other] = [await play(SMALL, POPULARITY), await play(SMALL, POPULARITY), await play({ ...SMALL, seed: 4 }, POPULARITY)]
  expect(again.figures).toEqual(once.figures)
  expect(other.figures.engagement).not.toBe(once.figures.engagement)
})

test('draws are spread over [0, 1), and no two of them hang together', () => {
  const open = Array.from({ length: 4_000 }, (_, at) => lot(1, DRAW.open, at % 63, at))
  const like = Array.from({ length: 4_000 }, (_, at) => lot(1, DRAW.like, at % 63, at))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(Math.min(...open)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...open)).toBeLessThan(1)
  expect(mean(open)).toBeCloseTo(0.5, 1)
  expect(mean(open.map((value, at) => (value - 0.5) * ((like[at] as number) - 0.5)))).toBeCloseTo(0, 2)
})

test('a reader opens more of what they care for, less of what they have to read in a layer, and less the more of it they met', () => {
  const world = worldOf({ ...SMALL, readers: 400 })
  const sums = { caring: [0, 0], careless: [0, 0], own: [0, 0], foreign: [0, 0] } as Record<string, [number, number]>
  for (let reader = 0; reader < 400; reader++)
    for (let note = reader % 7; note < world.notes.count; note += 7) {
      const now = { now: world.notes.at[note] as number, met: 0 }
      const { open } = chancesOf(world, reader, note, now, chances)
      for (const key of [careOf(world, reader, note) > 0.6 ? 'caring' : 'careless', isForeign(world, reader, note) ? 'foreign' : 'own']) {
        const sum = sums[key] as [number, number]
        sum[0] += open
        sum[1]++
      }
      expect(chancesOf(world, reader, note, { ...now, met: 3 }, chances).open).toBeLessThan(open)
    }
  const mean = (key: string) => (sums[key]?.[0] as number) / (sums[key]?.[1] as number)
  expect(mean('caring')).toBeGreaterThan(3 * mean('careless'))
  expect(mean('own')).toBeGreaterThan(1.2 * mean('foreign'))
})

test('the oracle is ahead of what is popular, and both of a list by time', async () => {
  const engagement = async (open: OpenFeed) => (await play(SMALL, open)).figures.engagement
  const [best, popular, list] = [await engagement((w, p) => oracle(w, p)), await engagement(POPULARITY), await engagement((w, p) => newest(w, p))]
  expect(best).toBeGreaterThan(1.3 * popular)
  expect(popular).toBeGreaterThan(list)
})

test('a like draws taste to its topic and a little away from all others', () => {
  const world = worldOf({ ...SMALL, plasticity: 0.1 })
  const before = world.readers.taste.slice(0, TOPICS)
  reinforce(world, 0, 0)
  const liked = world.notes.topics[0] as number
  for (let topic = 0; topic < TOPICS; topic++) {
    const [was, is] = [before[topic] as number, world.readers.taste[topic] as number]
    if (topic === liked) expect(is).toBeGreaterThan(was)
    else expect(is).toBeLessThan(was)
  }
})

test('every language and every field has authors and readers, and a newcomer publishes on the day they join', () => {
  const { readers, notes, authors } = worldOf({ ...SMALL, readers: 1_000, newcomersADay: 2 })
  expect(new Set(readers.home).size).toBe(LANGUAGES.length)
  expect(new Set(notes.language).size).toBe(LANGUAGES.length)
  expect(new Set([...notes.topics].filter((topic) => topic !== NO_TOPIC).map(familyOf)).size).toBeGreaterThan(ARTS)
  for (const [number, { joined }] of authors.entries())
    if (joined >= 0) {
      const first = notes.author.indexOf(number)
      expect((notes.at[first] as number) - joined).toBeLessThan(1)
      expect(notes.ordinal[first]).toBe(1)
    }
})
