import { expect, test } from 'vitest'
import { contentOf } from '../content.ts'
import { alone } from '../crew.ts'
import { interactionsOf } from '../matrix.ts'
import { trainEngine } from '../methods/train-engine.ts'
import { seeded, shuffled } from '../random.ts'
import { actsOf } from './acts.ts'
import { placingNew } from './place-new.ts'
import { engineOf, PARTS } from './second-stage.ts'

const [ITEMS, NEW] = [60, 58]
/** Two tastes: even readers like even items; item 58 (even) and 59 (odd) have no acts. */
const random = seeded(11)
const rows = Array.from({ length: 80 }, (_, reader) =>
  Array.from(shuffled(NEW / 2, random))
    .slice(0, 9)
    .map((item) => 2 * item + (reader % 2)),
)
const termsOf = (item: number) => [item % 2, 2 + ((item >> 1) % 5)]
const training = {
  seed: 1,
  content: contentOf(
    Array.from({ length: ITEMS }, (_, item) => termsOf(item)),
    7,
  ),
  crew: alone,
}
const model = await trainEngine(interactionsOf(rows, ITEMS), training, { reference: Number.POSITIVE_INFINITY, learns: true })
const liked = actsOf([
  [0, 1],
  [2, 1],
  [4, 2],
])
const scoresOf = (items: readonly number[], acts = liked) => engineOf(model).score(acts, Uint32Array.from(items)).score
const everything = Array.from({ length: ITEMS }, (_, item) => item)

test('the parts of a score add up to it', () => {
  const { score, parts } = engineOf(model).score(liked, Uint32Array.from(everything))
  for (const item of everything) {
    const sum = PARTS.reduce((total, name) => total + (parts[name][item] as number), 0)
    expect(Math.abs(sum - (score[item] as number))).toBeLessThan(1e-6)
  }
  for (const name of PARTS) expect(parts[name].some((value) => value !== 0)).toBe(true)
})

test('an item scores the same among few as among all', () => {
  const all = engineOf(model).score(liked, model.reference).score
  const some = [58, 3, 10, 4]
  expect([...scoresOf(some)]).toEqual(some.map((item) => all[item]))
})

test('what was hidden, and what is like it, falls', () => {
  const hidden = actsOf([...Array.from(liked.items, (item, at) => [item, liked.weights[at] as number] as const), [10, -2]])
  expect(scoresOf([10], hidden)[0]).toBeLessThan(scoresOf([10])[0] as number)
})

test('the same acts give the same scores, whoever was asked for between', () => {
  const engine = engineOf(model)
  const items = Uint32Array.from(everything)
  const before = engine.score(liked, items).score
  engine.score(actsOf([[7, 1]]), items)
  expect(engine.score(liked, items).score).toEqual(before)
  expect(engine.score(actsOf([]), items).score.every(Number.isFinite)).toBe(true)
})

test('an item that came after training is placed by its terms, and can be liked', () => {
  const place = placingNew(model)
  const engine = engineOf(model)
  for (const item of [60, 61]) {
    const placed = place(termsOf(item))
    if (!placed) throw new Error('no place')
    engine.add(placed)
  }
  const [even, odd] = engine.score(liked, Uint32Array.of(60, 61)).score
  expect(even).toBeGreaterThan(odd as number)
  // Who likes nothing but the new odd item is led to odd ones.
  const led = engine.score(actsOf([[61, 3]]), Uint32Array.from(everything)).score
  const mean = (parity: number) => everything.reduce((sum, item) => sum + (item % 2 === parity ? (led[item] as number) : 0), 0)
  expect(mean(1)).toBeGreaterThan(mean(0))
  expect(place([99])).toBeNull()
})

test('measured against some items instead of all, the order of scores stays', async () => {
  const sampled = await trainEngine(interactionsOf(rows, ITEMS), training, { reference: 40, learns: false })
  expect(sampled.reference).toHaveLength(40)
  const { score } = engineOf(sampled).score(liked, Uint32Array.from(everything))
  const best = (parity: number) => Math.max(...everything.filter((item) => item % 2 === parity).map((item) => score[item] as number))
  expect(best(0)).toBeGreaterThan(best(1))
})
