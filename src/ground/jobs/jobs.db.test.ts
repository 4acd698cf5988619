import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import type { Job } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('what fails for good is kept with its input and the reason, and is done when it is tried again', { timeout: 60_000 }, async () => {
  const { jobs, db } = house.ground
  const done: unknown[] = []
  let ink = 0
  const print: Job<{ page: number }> = {
    name: 'press.print',
    retries: 0,
    async run(input) {
      if (ink === 0) throw new Error('no ink is left')
      done.push(input)
    },
  }
  await jobs.work([print as Job])
  await db.transaction((tx) => jobs.enqueue(tx, print.name, { page: 7 }))
  await expect
    .poll(() => jobs.dead(), { timeout: 30_000 })
    .toMatchObject([{ job: print.name, input: { page: 7 }, error: expect.stringContaining('no ink is left') }])
  expect(done).toEqual([])

  ink = 1
  const [dead] = await jobs.dead()
  expect(await jobs.retryDead('0192f0c4-0000-7000-8000-000000000000')).toBe(false)
  expect(await jobs.retryDead(dead?.id ?? '')).toBe(true)
  await expect.poll(() => done, { timeout: 30_000 }).toEqual([{ page: 7 }])
  expect(await jobs.dead()).toEqual([])
  expect(await jobs.retryDead(dead?.id ?? '')).toBe(false)
})

test('a job is there when its transaction is, and not otherwise', async () => {
  const { jobs, db } = house.ground
  const bind: Job = { name: 'press.bind', run: async () => {} }
  await jobs.declare([bind])
  const undone = db.transaction(async (tx) => {
    await jobs.enqueue(tx, bind.name, { book: 1 })
    throw new Error('the paper tore')
  })
  await expect(undone).rejects.toThrow('the paper tore')
  expect(await jobs.waiting()).not.toHaveProperty([bind.name])
  await db.transaction((tx) => jobs.enqueue(tx, bind.name, { book: 2 }))
  expect(await jobs.waiting()).toMatchObject({ [bind.name]: 1 })
})
