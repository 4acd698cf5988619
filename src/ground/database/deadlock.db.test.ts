import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { openDatabase } from './index.ts'

test('of two transactions that wait for each other in a circle the one the database ends runs again', async () => {
  const db = openDatabase({ url: inject('database').admin, max: 2 })
  const runs = { a: 0, b: 0 }
  const held = { a: Promise.withResolvers<void>(), b: Promise.withResolvers<void>() }
  const locks = (me: 'a' | 'b', other: 'a' | 'b') =>
    db.transaction(async (tx) => {
      runs[me] += 1
      await sql`select pg_advisory_xact_lock(hashtextextended(${`deadlock test ${me}`}, 0))`.execute(tx)
      held[me].resolve()
      await held[other].promise
      await sql`select pg_advisory_xact_lock(hashtextextended(${`deadlock test ${other}`}, 0))`.execute(tx)
      return me
    })
  try {
    expect(await Promise.all([locks('a', 'b'), locks('b', 'a')])).toEqual(['a', 'b'])
    expect(runs.a + runs.b).toBe(3)
    const failing = db.transaction(async () => {
      runs.a += 1
      throw new Error('once')
    })
    await expect(failing).rejects.toThrow('once')
    expect(runs.a + runs.b).toBe(4)
  } finally {
    await db.close()
  }
})
