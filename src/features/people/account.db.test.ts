import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { browser } from './browser.harness.ts'
import { createSignInLink, findActor } from './index.ts'
import { strayKeys, strayMembers } from './queries/health.ts'

let house: TestHouse
const password = 'paper plane accident'
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'host', role: 'admin', password })
})
afterAll(() => house.close())

async function member(handle: string) {
  await house.a.member({ handle, password })
  return signIn(handle)
}
async function signIn(handle: string, word = password) {
  const page = browser(house)
  await page.post('/session', { login: handle, password: word })
  return page
}

test('signing in again gives a new session and ends the one the browser had', async () => {
  const page = await member('lin')
  const before = page.cookie
  await page.post('/session', { login: 'lin', password })
  expect(page.cookie).not.toBe(before)
  expect(await browser(house, { cookie: before }).who()).toBeNull()
  const cookie = page.cookie
  await page.delete('/session')
  expect(await browser(house, { cookie }).who()).toBeNull()
})

test('a request with a session from a foreign page is not carried out, and no foreign page can sign a browser in', async () => {
  const page = await member('foreign')
  expect((await page.ask('DELETE', '/session', undefined, { origin: 'https://evil.example' })).json.type).toBe('/problems/foreign-origin')
  expect(await page.who()).toBe('foreign')
  const login = { login: 'foreign', password }
  expect((await browser(house).ask('POST', '/session', login, { origin: 'https://evil.example', 'content-type': 'text/plain' })).json.type).toBe(
    '/problems/foreign-origin',
  )
  expect((await house.as(null).post('/session', login)).headers.has('set-cookie')).toBe(false)
})

test('a session ends after 30 idle days', async () => {
  const page = await member('idle')
  house.clock.move(29 * 86_400_000)
  expect(await page.who()).toBe('idle')
  house.clock.move(31 * 86_400_000)
  expect(await page.who()).toBeNull()
})

test('sessions, tokens and invites come a page at a time, none cut off', async () => {
  const here = await member('pia')
  for (let i = 0; i < 2; i += 1) {
    house.clock.move(1000)
    await signIn('pia')
  }
  for (const label of ['one', 'two', 'three']) {
    house.clock.move(1000)
    await here.post('/tokens', { label, scopes: ['read'] })
    await here.post('/invites', { label })
  }
  for (const path of ['/sessions', '/tokens', '/invites']) {
    const all = (await here.get(path)).json
    expect([path, all.items.length, all.next]).toEqual([path, 3, null])
    const first = (await here.get(`${path}?limit=2`)).json
    const second = (await here.get(`${path}?limit=2&cursor=${first.next}`)).json
    expect([path, [...first.items, ...second.items], second.next]).toEqual([path, all.items, null])
    expect((await here.get(`${path}?cursor=x`)).json.type).toBe('/problems/bad-cursor')
  }
})

test('one sees where one is signed in, and signs out there, in one place or everywhere else', async () => {
  const [here, there, elsewhere] = [await member('sam'), await signIn('sam'), await signIn('sam')]
  const { items } = (await here.get('/sessions')).json
  expect(items).toHaveLength(3)
  expect(items.filter((one: { current: boolean }) => one.current)).toHaveLength(1)
  const thereId = (await there.get('/sessions')).json.items.find((one: { current: boolean }) => one.current).id
  const eve = await member('eve')
  expect((await eve.delete(`/sessions/${thereId}`)).status).toBe(404)
  expect((await here.delete(`/sessions/${thereId}`)).status).toBe(204)
  expect([await there.who(), await elsewhere.who()]).toEqual([null, 'sam'])
  await here.delete('/sessions')
  expect([await here.who(), await elsewhere.who()]).toEqual(['sam', null])
})

test('a new password needs the old one, and signs out everywhere else', async () => {
  const [here, there] = [await member('pat'), await signIn('pat')]
  expect((await here.put('/me/password', { password: 'another long password' })).json.type).toBe('/problems/proof-needed')
  expect((await here.put('/me/password', { current: 'not this one', password: 'another long password' })).json.type).toBe('/problems/wrong-password')
  expect((await here.put('/me/password', { current: password, password: 'another long password' })).status).toBe(204)
  expect([await here.who(), await there.who()]).toEqual(['pat', null])
  expect(await (await signIn('pat', 'another long password')).who()).toBe('pat')
})

test('a printed link signs in once, and lets one set a password within ten minutes', async () => {
  const id = await house.a.member({ handle: 'kim' })
  const link = await createSignInLink(house.ground, id)
  expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in\/[\w-]{22}$/)
  const token = link.split('/').at(-1)
  const kim = browser(house)
  expect((await kim.post(`/sign-in-links/${token}`)).json).toEqual({ id })
  expect((await browser(house).post(`/sign-in-links/${token}`)).json.type).toBe('/problems/link-expired')
  expect((await kim.put('/me/password', { password })).status).toBe(204)
  house.clock.move(11 * 60_000)
  expect((await kim.put('/me/password', { password: 'another long password' })).json.type).toBe('/problems/proof-needed')
})

test('languages, time zone and settings are kept in one form', async () => {
  const page = await member('set')
  const { json } = await page.patch('/me', {
    locale: 'zh-Hans',
    reads: ['zh-CN', 'zh-Hans', 'en-GB'],
    writes: ['en'],
    timeZone: 'Asia/Shanghai',
    settings: { show: 'both' },
  })
  expect(json).toMatchObject({
    locale: 'zh-Hans',
    reads: ['zh-Hans', 'en'],
    timeZone: 'Asia/Shanghai',
    settings: { show: 'both', theme: 'auto', keepOriginal: [] },
  })
  expect((await page.patch('/me', { timeZone: 'Mars/Olympus' })).json.field).toBe('timeZone')
  expect((await page.patch('/me', { settings: { show: 'sideways' } })).status).toBe(400)
})

test('a personal token has its scopes and no more, and ends at once', async () => {
  const page = await member('tok')
  const { token } = (await page.post('/tokens', { label: 'reader', scopes: ['read'] })).json
  const ask = (method: string, path: string, body?: object) =>
    house.api.fetch(
      new Request(`http://localhost:3000/api/commonplace/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
      { address: '127.0.0.1' },
    )
  expect((await ask('GET', '/me')).status).toBe(200)
  expect((await ask('PATCH', '/me', { timeZone: 'UTC' })).status).toBe(403)
  expect((await ask('POST', '/tokens', { label: 'more', scopes: ['write'] })).status).toBe(403)
  expect((await page.post('/tokens', { label: 'x', scopes: ['admin'] })).json.type).toBe('/problems/scope-wrong')
  const { items } = (await page.get('/tokens')).json
  expect(items).toMatchObject([{ label: 'reader', scopes: ['read'], program: null }])
  await page.delete(`/tokens/${items[0].id}`)
  expect((await ask('GET', '/me')).status).toBe(401)
})

test('deleting an account asks for the password, empties everything, and never gives the handle out again', async () => {
  const page = await member('gone')
  await house.ground.db.q
    .updateTable('members')
    .set({ email: 'gone@example.org' })
    .where('actor_id', '=', (await findActor(house.ground.db.q, { handle: 'gone' }))!.id)
    .execute()
  expect((await page.delete('/me')).json.type).toBe('/problems/proof-needed')
  expect((await page.delete('/me', { password })).status).toBe(204)
  expect(await page.who()).toBeNull()
  expect(await findActor(house.ground.db.q, { handle: 'gone' })).toBeUndefined()
  await house.settle()
  expect(await house.ground.db.q.selectFrom('members').select('email').where('email', '=', 'gone@example.org').execute()).toEqual([])
  expect([await strayKeys(house.ground.db.q), await strayMembers(house.ground.db.q)]).toEqual([0, 0])
  const again = await browser(house).post('/members', { handle: 'gone', languages: ['en'], adult: true, password })
  expect(again.json.type).toBe('/problems/handle-taken')
})

test('the last admin stays', async () => {
  const host = await signIn('host')
  expect((await host.delete('/me', { password })).json.type).toBe('/problems/last-admin')
})
