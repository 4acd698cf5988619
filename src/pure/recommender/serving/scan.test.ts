import { expect, test } from 'vitest'
import { assembled, checkedIn } from '../../../../tools/assemble.ts'
import { normal, seeded } from '../random.ts'
import { topOf } from '../top.ts'
import { ALL_LANGUAGES, WIDTH } from './nearest.ts'
import { makeRoom, writerOf } from './room.ts'
import { scanning } from './scan.ts'

const ALL = { languages: ALL_LANGUAGES, skip: [], blocked: [] }
const random = seeded(5)
/** The first numbers say more than the last, as those of factors do. */
const drawn = () => Float32Array.from({ length: WIDTH }, (_, i) => normal(random) / Math.sqrt(1 + i / 4))

test('the bytes that run are what their source says', async () => {
  expect(checkedIn()).toBe(await assembled())
})

test('the nearest 100 of 20,000, found in 8 bits and put in order exactly, are those of an exact search', () => {
  const vectors = Array.from({ length: 20_000 }, drawn)
  const room = makeRoom({ capacity: vectors.length, authorCapacity: 1, desks: 1 })
  const writer = writerOf(room)
  for (const vector of vectors) writer.add({ vector, language: 1, author: 0 })
  const exactly = (query: Float32Array, item: number) => (vectors[item] as Float32Array).reduce((sum, value, i) => sum + value * (query[i] as number), 0)
  let kept = 0
  for (let reader = 0; reader < 10; reader++) {
    const query = drawn()
    const scores = Float32Array.from(vectors, (_, item) => exactly(query, item))
    const found = scanning(room, 0).search([{ vector: query, offset: 0 }], { limit: 500, ...ALL })
    const first = new Set(
      found
        .sort((a, b) => exactly(query, b.item) - exactly(query, a.item))
        .slice(0, 100)
        .map(({ item }) => item),
    )
    kept += topOf(scores, 100).filter((item) => first.has(item)).length
    expect(found[0]?.score).toBeCloseTo(scores[found[0]?.item as number] as number, 1)
  }
  expect(kept).toBe(1_000)
})

test('a room that is full takes no more, and says so', () => {
  const room = makeRoom({ capacity: 1, authorCapacity: 1, desks: 1 })
  const writer = writerOf(room)
  expect(writer.add({ vector: drawn(), language: 1, author: 1 })).toBeNull()
  expect(writer.add({ vector: drawn(), language: 1, author: 0 })).toBe(0)
  expect(writer.add({ vector: drawn(), language: 1, author: 0 })).toBeNull()
  expect(() => scanning(room, 1)).toThrow(RangeError)
  expect(() => makeRoom({ capacity: 1e8, authorCapacity: 1, desks: 1 })).toThrow(RangeError)
})
