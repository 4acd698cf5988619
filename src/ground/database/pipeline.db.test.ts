import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, isDatabaseAway, openDatabase } from './index.ts'

let db: Database
beforeAll(() => {
  db = openDatabase({ url: inject('database').admin, max: 2 })
})
afterAll(() => db.close())

const echo = async (value: number): Promise<{ value: number; session: number } | undefined> =>
  (await sql<{ value: number; session: number }>`select ${value}::int as value, pg_backend_pid() as session`.execute(db.read())).rows[0]

test('each of many statements of one moment gets its own answer, and they share few connections', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => echo(i)))
  expect(answers.map((row) => row?.value)).toEqual(Array.from({ length: 60 }, (_, i) => i))
  expect(new Set(answers.map((row) => row?.session)).size).toBe(2)
})

test('one that fails leaves those beside it as they are', async () => {
  const [before, broken, behind] = await Promise.allSettled([echo(1), sql`select 1 / ${0}::int`.execute(db.read()), echo(2)])
  expect(broken).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
  expect([before, behind].map((one) => one.status === 'fulfilled' && one.value?.value)).toEqual([1, 2])
})

test('a connection that ends takes with it what waits on it, and nothing after', async () => {
  const session = (await echo(0))?.session
  const waiting = Promise.allSettled([sql`select pg_sleep(1.5)`.execute(db.read()), echo(1)])
  await sql`select pg_terminate_backend(${session})`.execute(db.q)
  for (const one of await waiting) expect(one.status === 'rejected' && isDatabaseAway(one.reason)).toBe(true)
  expect((await echo(2))?.value).toBe(2)
})

test('when too much waits the next is told so at once', async () => {
  const slow = Array.from({ length: 24 }, () => sql`select pg_sleep(0.2)`.execute(db.read()))
  const more = Array.from({ length: 300 }, (_, i) => echo(i))
  const refused = (await Promise.allSettled(more)).filter((one) => one.status === 'rejected')
  expect(refused.length).toBe(300 + 24 - 200)
  expect(refused.every((one) => isDatabaseAway((one as PromiseRejectedResult).reason))).toBe(true)
  await Promise.all(slow)
})

test('whoever asks for a transaction there is refused', async () => {
  await expect(
    db
      .read()
      .transaction()
      .execute(async (tx) => sql`select 1`.execute(tx)),
  ).rejects.toThrow('single statements only')
})
