import { expect, test, vi } from 'vitest'
import { again } from './again.ts'

test('each time twice as long, five minutes at most, once at a time, and from the beginning when all was well', () => {
  const waits: number[] = []
  let ring = () => {}
  const stop = vi.fn()
  const work = vi.fn()
  const { later, forget } = again(
    {
      every(ms, call) {
        waits.push(ms)
        ring = call
        return stop
      },
    },
    work,
  )
  for (let time = 1; time <= 10; time += 1) {
    later()
    later()
    expect(work).toHaveBeenCalledTimes(time - 1)
    ring()
    expect([work, stop].map((mock) => mock.mock.calls.length)).toEqual([time, time])
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300].map((seconds) => 1000 * seconds))
  forget()
  later()
  expect(waits.at(-1)).toBe(1000)
})
