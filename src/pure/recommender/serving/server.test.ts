import { expect, test } from 'vitest'
import { contentOf } from '../content.ts'
import { alone } from '../crew.ts'
import { interactionsOf } from '../matrix.ts'
import { trainEngine } from '../methods/train-engine.ts'
import { seeded, shuffled } from '../random.ts'
import { ALL_LANGUAGES, type Filters } from './nearest.ts'
import { placingNew } from './place-new.ts'
import { makeRoom, writerOf } from './room.ts'
import { type History, layModel, type Server, serverOf } from './server.ts'

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
const near = (server: Server, history: History, filters: Filters) => [...server.rate(history, [], filters).items]
const scored = (server: Server, history: History, items: readonly number[]) => [...server.rate(history, items, null).items]
const tastes = (items: readonly number[]) => new Set(items.map((item) => item % 3))

test('a reader is led to what is of their taste, best first, without what they acted on', () => {
  const { items, scores } = open().server.rate(likes(0, 3, 6, 9), [], ALL)
  expect(items).toHaveLength(20)
  expect(tastes([...items])).toEqual(new Set([0]))
  expect(items.some((item) => item < 10 && item % 3 === 0)).toBe(false)
  expect([...scores]).toEqual([...scores].sort((a, b) => b - a))
})

test('what is asked for comes first and in its order, told whether it is near; what is near beyond it comes once', () => {
  const { server } = open()
  const [first = -1, second = -1, ...others] = near(server, likes(0, 3, 6, 9), ALL)
  const far = 100
  const { items, scores, near: isNear } = server.rate(likes(0, 3, 6, 9), [far, second], ALL)
  expect([...items]).toEqual([far, second, first, ...others])
  expect([...isNear]).toEqual([0, ...Array.from({ length: 20 }, () => 1)])
  const all = server.rate(likes(0, 3, 6, 9), items, null)
  expect([...all.scores]).toEqual([...scores])
  expect([...all.near]).toEqual(Array.from(items, () => 0))
})

test('two passions both bring something', () => {
  expect(tastes(near(open().server, likes(0, 3, 6, 9, 1, 4, 7), { ...ALL, limit: 40 }))).toEqual(new Set([0, 1]))
})

test('languages, what was seen, blocked authors and what is gone are left out', () => {
  const { room, server } = open()
  expect(near(server, likes(0, 3), { ...ALL, languages: 2 }).every((item) => item >= 60)).toBe(true)
  const [first = -1, second = -1] = near(server, likes(0, 3), ALL)
  expect(near(server, likes(0, 3), { ...ALL, skip: [first] })).not.toContain(first)
  expect(near(server, likes(0, 3), { ...ALL, blocked: [first % 10] }).some((item) => item % 10 === first % 10)).toBe(false)
  writerOf(room).setLanguages(second, 0)
  expect(near(server, likes(0, 3), ALL)).not.toContain(second)
  expect(scored(server, likes(0, 3), [second, first])).toEqual([first])
})

test('nobody is led anywhere by nothing, or by hiding alone taken back', () => {
  const nothing = { items: new Uint32Array(), scores: new Float32Array(), near: new Uint8Array() }
  expect(open().server.rate([], [1], ALL)).toEqual(nothing)
  const takenBack = [[5, 1] as const, [5, -1] as const]
  expect(open().server.rate(takenBack, [1], ALL)).toEqual(nothing)
})

test('an item that came a moment ago is found at once', () => {
  const { room, server } = open()
  const placed = placingNew(model)([0, 5])
  if (!placed) throw new Error('no place')
  expect(writerOf(room).add({ vector: placed.vector, language: 1, author: 3 })).toBe(ITEMS)
  server.add(placed)
  expect(near(server, likes(0, 3, 6, 9, 12, 15), { ...ALL, limit: 120 })).toContain(ITEMS)
  expect(scored(server, likes(0, 3), [ITEMS, ITEMS + 1])).toEqual([ITEMS])
})
