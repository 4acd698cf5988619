import { expect, test } from 'vitest'
import { makeGate } from './gate.ts'

const never = new AbortController().signal
const settled = async <T>(promise: Promise<T>): Promise<boolean> => {
  const open = Symbol('open')
  await Promise.resolve()
  return (await Promise.race([promise, Promise.resolve().then(() => open)])) !== open
}

test('no more than the total get in, the rest in turn', async () => {
  const gate = makeGate({ total: 2, perKey: 2, waiting: 9, waitingPerKey: 9 })
  const leaveA = await gate.enter('a', never)
  await gate.enter('b', never)
  const third = gate.enter('c', never)
  const fourth = gate.enter('d', never)
  expect(await settled(third)).toBe(false)
  leaveA()
  leaveA() // twice gives up one place only
  await third
  expect(await settled(fourth)).toBe(false)
})

test('one slow host waits for itself, others pass', async () => {
  const gate = makeGate({ total: 3, perKey: 1, waiting: 9, waitingPerKey: 1 })
  const leave = await gate.enter('slow', never)
  const second = gate.enter('slow', never)
  await expect(gate.enter('slow', never)).rejects.toMatchObject({ reason: 'busy' })
  await gate.enter('quick', never)
  expect(await settled(second)).toBe(false)
  leave()
  await second
})

test('the queue is bounded, and a wait that is ended leaves no trace', async () => {
  const gate = makeGate({ total: 1, perKey: 1, waiting: 1, waitingPerKey: 1 })
  const leave = await gate.enter('a', never)
  const over = new AbortController()
  const waiting = gate.enter('b', over.signal)
  await expect(gate.enter('c', never)).rejects.toMatchObject({ reason: 'busy' })
  over.abort()
  await expect(waiting).rejects.toMatchObject({ reason: 'busy' })
  leave()
  await gate.enter('c', never)
})
