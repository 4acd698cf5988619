import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { features } from '../../rooms.ts'
import { replayEvents, subscriptionsOf } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin' })
})
afterAll(() => house.close())

const replay = (feature: string) => house.ground.db.transaction((tx) => replayEvents(tx, house.ground.jobs, subscriptionsOf(features), feature))
const found = async (): Promise<string[]> =>
  (await house.as(null).get('/search?q=zymurgy&kind=note')).json.items.map((one: { tile: { id: string } }) => one.tile.id)

test('a reader that lost what it kept is told again all that happened, and has it again', async () => {
  const note = await house.a.note('lin', { title: 'Zymurgy for beginners' })
  await house.settle()
  expect(await found()).toEqual([note])
  await sql`delete from search_documents`.execute(house.ground.db.q)
  expect(await found()).toEqual([])

  expect(await replay('search')).toBeGreaterThan(0)
  await house.settle()
  expect(await found()).toEqual([note])
  // Told twice is told once.
  await replay('search')
  await house.settle()
  expect(await found()).toEqual([note])
  expect(await replay('nobody')).toBe(0)
})
