import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '#features/settings/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { browser } from './browser.harness.ts'

let house: TestHouse
const ids: Record<string, string> = {}
const password = 'paper plane accident'
beforeAll(async () => {
  house = await openHouse()
  for (const [handle, role] of [
    ['host', 'admin'],
    ['mod', 'moderator'],
    ['mod2', 'moderator'],
    ['lin', 'member'],
    ['mei', 'member'],
  ] as const)
    ids[handle] = await house.a.member({ handle, role, email: `${handle}@example.org` })
})
afterAll(() => house.close())
const change = async (by: string, whom: string, body: object) => (await house.as(by).patch(`/admin/members/${ids[whom]}`, body)).json

test('members are listed a page at a time, with addresses for admins only', async () => {
  const first = (await house.as('host').get('/admin/members?limit=3')).json
  const second = (await house.as('host').get(`/admin/members?limit=3&cursor=${first.next}`)).json
  expect([...first.items, ...second.items].map((row: { handle: string }) => row.handle)).toEqual(['mei', 'lin', 'mod2', 'mod', 'host'])
  expect(second.next).toBeNull()
  expect(first.items[0].email).toBe('mei@example.org')
  expect((await house.as('mod').get('/admin/members')).json.items[0].email).toBeNull()
  expect((await house.as('host').get('/admin/members?handle=mod')).json.items).toHaveLength(2)
  expect((await house.as('host').get('/admin/members?cursor=WzEsIngiLCJ5Il0')).json.type).toBe('/problems/bad-cursor')
  expect((await house.as('lin').get('/admin/members')).status).toBe(404)
})

test('a moderator suspends members only; roles are an admin’s; nobody changes their own', async () => {
  expect((await change('mod', 'lin', { role: 'moderator' })).type).toBe('/problems/not-allowed')
  expect((await change('mod', 'mod2', { state: 'suspended' })).type).toBe('/problems/not-allowed')
  expect((await change('mod', 'host', { state: 'suspended' })).type).toBe('/problems/not-allowed')
  expect((await change('host', 'host', { role: 'member' })).type).toBe('/problems/not-allowed')
  expect((await change('mod', 'lin', { state: 'refused' })).type).toBe('/problems/not-waiting')
  expect((await change('mod', 'mei', { state: 'suspended' })).state).toBe('suspended')
  expect((await change('mod', 'mei', { state: 'active' })).state).toBe('active')
})

test('who was let in is found, who is suspended is not', async () => {
  const id = await house.a.member({ handle: 'quentin', state: 'waiting' })
  ids.quentin = id
  const found = async () => {
    await house.settle()
    const { items } = (await house.as(null).get('/search?q=quentin')).json
    return items.filter((item: { kind: string }) => item.kind === 'person').length
  }
  expect(await found()).toBe(0)
  for (const [state, count] of [
    ['active', 1],
    ['suspended', 0],
    ['active', 1],
  ] as const) {
    await change('host', 'quentin', { state })
    expect([state, await found()]).toEqual([state, count])
  }
})

test('a change of role or a suspension ends every session and token at once', async () => {
  const id = await house.a.member({ handle: 'tom', password })
  ids.tom = id
  const page = browser(house)
  const token = await house.a.token('tom')
  const byToken = async () =>
    (
      await house.api.fetch(new Request('http://localhost:3000/api/commonplace/v1/me', { headers: { authorization: `Bearer ${token}` } }), {
        address: '127.0.0.1',
      })
    ).status
  await page.post('/session', { login: 'tom', password })
  expect([await page.who(), await byToken()]).toEqual(['tom', 200])
  expect((await change('host', 'tom', { role: 'moderator' })).role).toBe('moderator')
  expect([await page.who(), await byToken()]).toEqual([null, 401])
  await page.post('/session', { login: 'tom', password })
  await change('host', 'tom', { state: 'suspended' })
  expect(await page.who()).toBeNull()
  expect((await page.post('/session', { login: 'tom', password })).json.type).toBe('/problems/account-suspended')
})

test('each act is in the log, and a log that someone touched is found out', async () => {
  const { items } = (await house.as('host').get('/admin/audit')).json
  expect(items[0]).toMatchObject({
    by: ids.host,
    act: 'member.changed',
    subjectKind: 'actor',
    subjectId: ids.tom,
    facts: { field: 'state', before: 'active', after: 'suspended' },
  })
  const { q } = house.ground.db
  expect(await verifyAudit(q)).toEqual({ count: items.length, brokenAt: null })
  const second = await q.selectFrom('audit_log').selectAll().where('number', '=', 2).executeTakeFirstOrThrow()
  await q
    .updateTable('audit_log')
    .set({ by_actor: ids.lin as never })
    .where('number', '=', 2)
    .execute()
  expect((await verifyAudit(q)).brokenAt).toBe(2)
  await q.updateTable('audit_log').set({ by_actor: second.by_actor }).where('number', '=', 2).execute()
  expect((await verifyAudit(q)).brokenAt).toBeNull()
  await q.deleteFrom('audit_log').where('number', '=', items.length).execute()
  expect((await verifyAudit(q)).brokenAt).toBe(items.length)
})
