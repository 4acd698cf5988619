import { afterAll, expect, test } from 'vitest'
import { alone } from '#pure/recommender/index.ts'
import { openThreads } from './index.ts'

const threads = openThreads(2)
afterAll(() => threads.close())

const numbers = (bytes: number, values: readonly number[]) => {
  const shared = bytes === 4 ? new Float32Array(new SharedArrayBuffer(4 * values.length)) : new Float64Array(new SharedArrayBuffer(8 * values.length))
  shared.set(values)
  return shared
}
const gram = () => ({
  matrix: numbers(
    4,
    Array.from({ length: 600 }, (_, i) => Math.sin(i)),
  ) as Float32Array,
  width: 6,
  sums: numbers(8, new Array(16 * 36).fill(0)) as Float64Array,
})

test('threads do what one does alone, to the last digit', async () => {
  const [together, single] = [gram(), gram()]
  await threads.run('gramOfRows', together, 100)
  await alone.run('gramOfRows', single, 100)
  expect(together.sums).toEqual(single.sums)
  expect(single.sums.some((sum) => sum !== 0)).toBe(true)
})

test('work that fails is told, and the threads go on', async () => {
  const closed = openThreads(1)
  await closed.close()
  const broken = openThreads(1)
  await expect(broken.run('gramOfRows', null as never, 100)).rejects.toThrow()
  await broken.close()
})
