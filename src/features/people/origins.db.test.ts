import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { browser } from './browser.harness.ts'
import { standingsOf } from './queries/origins.ts'
import { tidyJob } from './tidy.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'host', role: 'admin' })
})
afterAll(() => house.close())

async function join(handle: string, { address = '', device = 'Firefox', email = '' }): Promise<ActorId> {
  const form = { handle, languages: ['en'], adult: true, password: 'paper plane accident', ...(email ? { email } : {}) }
  const { status, json } = await browser(house, { address }).ask('POST', '/members', form, { 'user-agent': device })
  expect(status, JSON.stringify(json)).toBe(201)
  return json.id
}
const shared = async (a: ActorId, b: ActorId): Promise<number> => {
  const standings = await standingsOf(house.ground.db.q, [a, b])
  return standings.get(a)?.marks.filter((mark) => standings.get(b)?.marks.includes(mark)).length ?? 0
}

test('accounts made by one device or within an hour on one network share a mark, also those for one mailbox; others do not', async () => {
  const kai = await join('kai', { address: '198.51.100.3', email: 'kai.m@example.org' })
  house.clock.move(50 * 60_000)
  const tom = await join('tom', { address: '198.51.100.200', device: 'Safari' })
  expect(await shared(kai, tom)).toBeGreaterThan(0)
  house.clock.move(2 * HOUR)
  const mei = await join('mei', { address: '198.51.100.77' })
  expect(await shared(kai, mei)).toBe(1)
  expect(await shared(tom, mei)).toBe(0)
  const ellie = await join('ellie', { address: '203.0.113.9', email: 'Kai.M+music@example.org' })
  expect(await shared(kai, ellie)).toBe(1)
  const lin = await join('lin', { address: '2001:db9:0:1::7', email: 'lin@example.org' })
  expect(await shared(lin, await join('dana', { address: '2001:db9:0:1:ffff::9' }))).toBeGreaterThan(0)
  expect(await shared(kai, lin)).toBe(0)
})

test('a network that anybody in a house or school shares leaves no mark', async () => {
  for (const [handle, address] of Object.entries({ net_a: '127.0.0.1', net_b: '10.99.0.1', net_c: '192.168.1.20', net_d: '100.64.3.1', net_e: '' })) {
    const id = await join(handle, { address })
    expect((await standingsOf(house.ground.db.q, [id])).get(id)?.marks, handle).toEqual([])
  }
})

test('what is kept says no address and no device, is the same for no other place, and is gone after thirty days', async () => {
  const { rows } = await sql<{ mark: string }>`select mark from member_origins`.execute(house.ground.db.q)
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.every(({ mark }) => /^[\w-]{16}$/.test(mark))).toBe(true)
  const other = await openHouse()
  await other.a.member({ handle: 'host', role: 'admin' })
  await browser(other, { address: '198.51.100.3' }).post('/members', { handle: 'kai', languages: ['en'], adult: true, password: 'paper plane accident' })
  const { rows: elsewhere } = await sql<{ mark: string }>`select mark from member_origins`.execute(other.ground.db.q)
  await other.close()
  expect(elsewhere.length).toBe(3)
  expect(rows.filter(({ mark }) => elsewhere.some((one) => one.mark === mark))).toEqual([])
  const tidy = () => tidyJob(house.ground).run({}, new AbortController().signal)
  house.clock.move(29 * DAY)
  await tidy()
  expect((await sql`select 1 from member_origins`.execute(house.ground.db.q)).rows.length).toBe(rows.length)
  house.clock.move(DAY + HOUR)
  await tidy()
  expect((await sql`select 1 from member_origins`.execute(house.ground.db.q)).rows).toEqual([])
})
