import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { heldUp } from '#tests/overlap.ts'
import { authenticator } from './authenticator.harness.ts'
import { browser } from './browser.harness.ts'
import { removePasskey } from './passkeys.ts'

let house: TestHouse
const password = 'paper plane accident'
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'host', role: 'admin', password })
})
afterAll(() => house.close())

async function signUp(handle: string, device = authenticator()) {
  const page = browser(house)
  const options = (await page.post('/members/passkey-options', { handle })).json
  const passkey = device.create(options)
  const answer = await page.post('/members', { handle, languages: ['en'], adult: true, passkey })
  return { page, device, answer, passkey }
}
const optionsOf = async () => (await browser(house).post('/session/passkey/options')).json

test('an account with a passkey alone: made, signed out, signed in again', async () => {
  const { page, device, answer } = await signUp('lin')
  expect(answer.status).toBe(201)
  expect((await page.get('/session')).json.viewer).toMatchObject({ handle: 'lin', hasPassword: false, strong: true })
  await page.delete('/session')
  expect((await page.post('/session/passkey/verify', { response: device.get(await optionsOf()) })).json.id).toBe(answer.json.id)
  expect(await page.who()).toBe('lin')
  const [key] = (await page.get('/passkeys')).json.items
  expect(key).toMatchObject({ id: device.id, transports: ['internal'] })
  expect((await page.delete(`/passkeys/${key.id}`)).json.type).toBe('/problems/last-way-in')
})

test('an answer is good once, for its own challenge, its own place and its own page', async () => {
  const { device } = await signUp('mei')
  const verify = async (response: object) => (await browser(house).post('/session/passkey/verify', { response })).json.type
  const response = device.get(await optionsOf())
  expect(await verify(response)).toBeUndefined()
  expect(await verify(response)).toBe('/problems/passkey-failed')
  expect(await verify(device.get({ challenge: 'made-up' }))).toBe('/problems/passkey-failed')
  const late = device.get(await optionsOf())
  house.clock.move(6 * 60_000)
  expect(await verify(late)).toBe('/problems/passkey-failed')
  const stranger = authenticator()
  expect(await verify({ ...stranger.get(await optionsOf()), id: device.id, rawId: device.id })).toBe('/problems/passkey-failed')
  expect(await verify({ id: 'x', response: { clientDataJSON: '!!' } })).toBe('/problems/passkey-failed')
  expect((await signUp('eve', authenticator({ origin: 'https://evil.example' }))).answer.json.type).toBe('/problems/passkey-failed')
  expect((await signUp('eve', authenticator({ rpId: 'evil.example' }))).answer.json.type).toBe('/problems/passkey-failed')
})

test('two passkeys taken away at once leave one', async () => {
  await signUp('kai')
  const kai = await house.viewer('kai')
  const [first] = await house.ground.db.q.selectFrom('passkeys').selectAll().where('actor_id', '=', kai.id).execute()
  if (!first) throw new Error('no passkey')
  await house.ground.db.q
    .insertInto('passkeys')
    .values({ ...first, id: 'a-second-one' })
    .execute()
  const [, ...ended] = await heldUp(
    house,
    (tx) => tx.selectFrom('passkeys').select('id').where('actor_id', '=', kai.id).forUpdate().execute(),
    [first.id, 'a-second-one'].map((one) => () => removePasskey(house.ground, kai, one)),
    async () => null,
  )
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last-way-in' } })
})

test('a counter that goes back is a copy of the device', async () => {
  const { device } = await signUp('tom')
  const verify = async () => (await browser(house).post('/session/passkey/verify', { response: device.get(await optionsOf()) })).status
  expect(await verify()).toBe(200)
  expect(await verify()).toBe(200)
  device.rewind(0)
  expect(await verify()).toBe(422)
})

test('a challenge for signing in makes no passkey, and one account’s challenge none for another', async () => {
  const { page } = await signUp('ann')
  const other = (await signUp('ben')).page
  expect((await page.post('/passkeys/verify', { response: authenticator().create(await optionsOf()) })).json.type).toBe('/problems/passkey-failed')
  const options = (await page.post('/passkeys/options')).json
  expect((await other.post('/passkeys/verify', { response: authenticator().create(options) })).json.type).toBe('/problems/passkey-failed')
  const good = (await page.post('/passkeys/options')).json
  expect((await page.post('/passkeys/verify', { response: authenticator().create(good), label: 'phone' })).status).toBe(201)
  expect((await page.get('/passkeys')).json.items).toHaveLength(2)
})

test('whoever runs the place must be known to the authenticator, not only hold it; then the admin pages open', async () => {
  const add = async (userVerified: boolean) => {
    const page = browser(house)
    await page.post('/session', { login: 'host', password })
    const device = authenticator({ userVerified })
    await page.post('/passkeys/verify', { response: device.create((await page.post('/passkeys/options', { password })).json) })
    return device
  }
  const [held, known] = [await add(false), await add(true)]
  const page = browser(house)
  expect((await page.post('/session/passkey/verify', { response: held.get(await optionsOf()) })).json.type).toBe('/problems/passkey-unverified')
  await page.post('/session/passkey/verify', { response: known.get(await optionsOf()) })
  expect((await page.get('/admin/settings')).status).toBe(200)
})

test('a program cannot add a passkey', async () => {
  expect((await house.as('host').post('/passkeys/options', { password })).json.type).toBe('/problems/session-needed')
})
