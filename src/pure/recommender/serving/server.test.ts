import { expect, test } from 'vitest'
import { contentOf } from '../content.ts'
import { alone } from '../crew.ts'
import { interactionsOf } from '../matrix.ts'
import { trainEngine } from '../methods/train-engine.ts'
import { seeded, shuffled } from '../random.ts'
import { ALL_LANGUAGES } from './nearest.ts'
import { placingNew } from './place-new.ts'
import { makeRoom, writerOf } from './room.ts'
import { layModel, serverOf } from './server.ts'

const ITEMS = 120
/** Three tastes: reader r likes items of r mod 3. */
const random = seeded(4)
const rows = Array.from({ length: 150 }, (_, reader) =>
  Array.from(shuffled(ITEMS / 3, random))
    .slice(0, 12)
    .map((item) => 3 * item + (reader % 3)),
)
const termsOf = (item: number) => [item % 3, 3 + ((item / 3) & 3)]
const content = contentOf(
  Array.from({ length: ITEMS }, (_, item) => termsOf(item)),
  8,
)
const model = await trainEngine(interactionsOf(rows, ITEMS), { seed: 1, content, crew: alone }, { reference: 64, learns: false })

function open() {
  const room = makeRoom({ capacity: ITEMS + 10, authorCapacity: 10, desks: 1 })
  layModel(model, room, (item) => ({ language: item < 60 ? 1 : 2, author: item % 10 }))
  return { room, server: serverOf(model, room, 0) }
}
const ALL = { limit: 20, languages: ALL_LANGUAGES, skip: [], blocked: [] }
const likes = (...items: number[]) => items.map((item) => [item, 1] as const)
const tastes = (found: { item: number }[]) => new Set(found.map(({ item }) => item % 3))

test('a reader is led to what is of their taste, best first, without what they acted on', () => {
  const found = open().server.near(likes(0, 3, 6, 9), ALL)
  expect(found).toHaveLength(20)
  expect(tastes(found)).toEqual(new Set([0]))
  expect(found.some(({ item }) => item < 10 && item % 3 === 0)).toBe(false)
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
  for (const { score, parts } of found) expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 5)
})

test('two passions both bring something', () => {
  expect(tastes(open().server.near(likes(0, 3, 6, 9, 1, 4, 7), { ...ALL, limit: 40 }))).toEqual(new Set([0, 1]))
})

test('languages, what was seen, blocked authors and what is gone are left out', () => {
  const { room, server } = open()
  const wanted = (items: readonly { item: number }[]) => items.map(({ item }) => item)
  expect(wanted(server.near(likes(0, 3), { ...ALL, languages: 2 })).every((item) => item >= 60)).toBe(true)
  const [first = -1, second = -1] = wanted(server.near(likes(0, 3), ALL))
  expect(wanted(server.near(likes(0, 3), { ...ALL, skip: [first] }))).not.toContain(first)
  expect(wanted(server.near(likes(0, 3), { ...ALL, blocked: [first % 10] })).some((item) => item % 10 === first % 10)).toBe(false)
  writerOf(room).setLanguages(second, 0)
  expect(wanted(server.near(likes(0, 3), ALL))).not.toContain(second)
  expect(wanted(server.score(likes(0, 3), [second, first]))).toEqual([first])
})

test('nobody is led anywhere by nothing, or by hiding alone taken back', () => {
  expect(open().server.near([], ALL)).toEqual([])
  expect(
    open().server.near(
      [
        [5, 1],
        [5, -1],
      ],
      ALL,
    ),
  ).toEqual([])
})

test('an item that came a moment ago is found at once', () => {
  const { room, server } = open()
  const placed = placingNew(model)([0, 5])
  if (!placed) throw new Error('no place')
  expect(writerOf(room).add({ vector: placed.vector, language: 1, author: 3 })).toBe(ITEMS)
  server.add(placed)
  expect(server.near(likes(0, 3, 6, 9, 12, 15), { ...ALL, limit: 120 }).map(({ item }) => item)).toContain(ITEMS)
  expect(server.score(likes(0, 3), [ITEMS, ITEMS + 1]).map(({ item }) => item)).toEqual([ITEMS])
})
