import { expect, test } from 'vitest'
import { actsOf } from './acts.ts'
import { interestsOf, MOST_INTERESTS } from './interests.ts'

/** Items of one ten lie in one direction. */
const vector = (item: number, into: Float32Array) => {
  into.fill(0)
  into[Math.floor(item / 10)] = 1
  into[7] = (item % 10) / 50
}
const interests = (latest: readonly number[], hidden: readonly number[] = []) =>
  interestsOf(actsOf([...latest.map((item) => [item, 1] as const), ...hidden.map((item) => [item, -2] as const)]), latest, 8, vector)
const itemsOf = (found: ReturnType<typeof interests>) => found.map(({ items }) => [...items])

test('likes that lie together are one interest each, the largest first', () => {
  expect(itemsOf(interests([31, 2, 32, 1, 33, 3, 4]))).toEqual([
    [1, 2, 3, 4],
    [31, 32, 33],
  ])
})

test('the same likes in another order are the same interests', () => {
  const latest = [1, 2, 3, 31, 32, 33, 41, 42, 43, 44]
  expect(itemsOf(interests(latest.toReversed()))).toEqual(itemsOf(interests(latest)))
})

test('one interest alone, two likes, and what was hidden are none', () => {
  expect(interests([1, 2, 3, 4])).toEqual([])
  expect(interests([1, 2, 3, 31, 32])).toEqual([])
  expect(interests([1, 2, 3, 31, 32, 33], [31, 31])).toEqual([])
  expect(interests([])).toEqual([])
})

test('no more than there is room for in one question', () => {
  const latest = [0, 10, 20, 30, 40, 50].flatMap((from) => [from + 1, from + 2, from + 3])
  expect(interests(latest)).toHaveLength(MOST_INTERESTS)
})
