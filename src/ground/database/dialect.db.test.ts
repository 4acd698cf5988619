import { sql } from 'kysely'
import { expect, inject, test, vi } from 'vitest'

test('what is asked often is prepared by name, except what says that its values decide the plan', async () => {
  // Names are given out by process, and the tests before this one in it may have used them up.
  vi.resetModules()
  const { openDatabase, PLANNED_EACH_TIME } = await import('./index.ts')
  const db = openDatabase({ url: inject('database').admin, max: 1 })
  try {
    for (let i = 0; i < 5; i += 1) {
      await sql`select ${i}::integer as kept`.execute(db.q)
      await sql`${PLANNED_EACH_TIME} select ${i}::integer as planned`.execute(db.q)
    }
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db.q)
    expect(rows.map((row) => row.statement)).toEqual(['select $1::integer as kept'])
  } finally {
    await db.close()
  }
})
