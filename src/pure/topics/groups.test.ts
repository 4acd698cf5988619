import { expect, test } from 'vitest'
import { headsOf, type Node } from './groups.ts'
import { tallyOf, verdictOf } from './verdict.ts'

const node = (id: string, madeAt: number, seeded = false): Node => ({ id, seeded, madeAt })
const same = (a: string, b: string, at = 0) => ({ a, b, at })
const told = (heads: Map<string, string>) => Object.fromEntries(heads)

test('a chain is one group under the seeded concept, else under the oldest', () => {
  const nodes = [node('x', 1), node('y', 2), node('punk', 3, true)]
  expect(told(headsOf(nodes, [same('x', 'y'), same('punk', 'y')], []))).toEqual({ x: 'punk', y: 'punk', punk: 'punk' })
  expect(told(headsOf(nodes, [same('x', 'y')], []))).toEqual({ x: 'x', y: 'x', punk: 'punk' })
})

test('a cycle holds when one of its findings is taken back', () => {
  const nodes = [node('a', 1), node('b', 2), node('c', 3)]
  const [ab, bc, ca] = [same('a', 'b', 1), same('b', 'c', 2), same('c', 'a', 3)]
  for (const two of [
    [ab, bc],
    [bc, ca],
    [ab, ca],
  ])
    expect(told(headsOf(nodes, two, []))).toEqual({ a: 'a', b: 'a', c: 'a' })
})

test('the later finding gives way to a line between two topics', () => {
  const nodes = [node('city-pop', 1, true), node('citypop2', 2), node('revival', 3)]
  const found = [same('city-pop', 'citypop2', 1), same('citypop2', 'revival', 2)]
  expect(told(headsOf(nodes, found, [['city-pop', 'revival']]))).toEqual({ 'city-pop': 'city-pop', citypop2: 'city-pop', revival: 'revival' })
})

const answers = (same: number, against: number, readers = against) =>
  tallyOf([
    ...Array.from({ length: same }, () => ({ value: 1 as const, readsBoth: true })),
    ...Array.from({ length: against }, (_, i) => ({ value: -1 as const, readsBoth: i < readers })),
  ])

test.each([
  [2, 0, 0, 'open'],
  [3, 0, 0, 'same'],
  [3, 1, 0, 'open'],
  [4, 1, 0, 'same'],
  [0, 3, 2, 'open'],
  [0, 3, 3, 'apart'],
  [3, 3, 3, 'open'],
  [2, 3, 3, 'apart'],
] as const)('%i who confirm and %i who object, %i of them readers of both: %s', (confirm, object, readers, verdict) => {
  expect(verdictOf('open', answers(confirm, object, readers))).toBe(verdict)
})

test('one change of mind does not tear apart what three put together; three who object, and are more, do', () => {
  expect(verdictOf('same', answers(2, 1))).toBe('same')
  expect(verdictOf('same', answers(3, 3))).toBe('same')
  expect(verdictOf('same', answers(3, 4))).toBe('apart')
})
