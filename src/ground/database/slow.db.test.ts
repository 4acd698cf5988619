import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { problemOf } from '#ground/http/problem.ts'
import { makeLog } from '#ground/log/index.ts'
import { openDatabase } from './index.ts'

test('a statement that takes longer than it may is ended and answered 503, and the connection goes on (D4)', async () => {
  const db = openDatabase({ url: inject('database').admin, max: 1, statementTimeoutMs: 50 })
  try {
    const error = await sql`select pg_sleep(60)`.execute(db.q).catch((thrown: unknown) => thrown)
    expect(problemOf(error, { locale: 'en', log: makeLog('silent'), id: '' })).toMatchObject({ status: 503, type: '/problems/unavailable' })
    expect((await sql<{ one: number }>`select 1 as one`.execute(db.q)).rows).toEqual([{ one: 1 }])
  } finally {
    await db.close()
  }
})
