import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { type Database, openDatabase } from './index.ts'

let house: TestHouse
let db: Database
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin' })
  await house.a.note('lin', { title: 'On the roof', body: 'Seen from above.', topics: ['punk'], placeId: 'osaka' })
  await house.settle()
  db = openDatabase({ url: inject('database').admin, max: 1 })
})
afterAll(async () => {
  await db.close()
  await house.close()
})

test('the database ends a reading statement after two seconds and a writing one after ten, and the connection goes on (D4)', async () => {
  const limitOf = async (from: Database['q']) => (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(from)).rows[0]?.statement_timeout
  expect([await limitOf(db.read()), await limitOf(db.q)]).toEqual(['2s', '10s'])
  // The write is longer under way than the read that is ended.
  const write = sql`create temporary table slept as select 1 as one from pg_sleep(2.5)`.execute(db.q)
  await expect(sql`select pg_sleep(60)`.execute(db.read())).rejects.toMatchObject({ code: '57014', message: expect.stringContaining('statement timeout') })
  await write
  expect((await sql<{ one: number }>`select 1 as one`.execute(db.read())).rows).toEqual([{ one: 1 }])
})

test('a feed or a search that waits too long is answered 503 with Retry-After; a write waits on and is done (D4)', async () => {
  const lock = new pg.Client({ connectionString: house.ground.db.connection })
  await lock.connect()
  try {
    await lock.query('begin')
    await lock.query('lock table notes, feed_notes, feed_topics, search_documents in access exclusive mode')
    const write = house.as('lin').post('/notes', { title: 'Kept', body: 'Written while the table was not free.' })
    const pages = ['/feeds/discover', '/feeds/following', '/feeds/nearby?placeId=osaka', '/topics/punk/notes', '/places/osaka/notes', '/search?q=roof']
    const answers = await Promise.all(pages.map((page) => house.as('lin').get(page)))
    for (const [i, { status, json, headers }] of answers.entries())
      expect([pages[i], status, json.type, headers.get('retry-after')]).toEqual([pages[i], 503, '/problems/unavailable', '5'])
    await lock.query('rollback')
    expect((await write).status).toBe(201)
  } finally {
    await lock.end()
  }
  expect((await house.as('lin').get('/search?q=roof')).json.items).toHaveLength(1)
})
