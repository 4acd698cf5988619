import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { type Browser, browser } from './browser.harness.ts'

let house: TestHouse
const password = 'paper plane accident'
beforeEach(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'host', role: 'admin', password })
})
afterEach(() => house.close())

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.clock.now().getTime() })
const nextStep = () => house.clock.move(30_000)

async function signedIn(body: object = {}): Promise<Browser> {
  const host = browser(house)
  await host.post('/session', { login: 'host', password, ...body })
  return host
}

async function withAuthenticator(): Promise<{ host: Browser; secret: string; recoveryCodes: string[] }> {
  const host = await signedIn()
  const { json } = await host.post('/second-factor', { password })
  const { recoveryCodes } = (await host.put('/second-factor', { code: codeOf(json.secret) })).json
  nextStep()
  return { host, secret: json.secret, recoveryCodes }
}

test('setting up asks for the password, shows a QR code, and counts only after a right code', async () => {
  const host = await signedIn()
  expect((await host.post('/second-factor')).json.type).toBe('/problems/proof-needed')
  expect((await host.post('/second-factor', { password: 'not this one' })).json.type).toBe('/problems/wrong-password')
  const { json } = await host.post('/second-factor', { password })
  expect(json.uri).toMatch(/^otpauth:\/\/totp\/Commonplace:host\?.*secret=/)
  expect(Buffer.from(json.picture.split(',')[1], 'base64').toString()).toContain('<svg')
  expect((await host.put('/second-factor', { code: '000000' })).json.type).toBe('/problems/wrong-code')
  expect((await signedIn()).cookie).not.toBe('')
  const before = host.cookie
  expect((await host.put('/second-factor', { code: codeOf(json.secret) })).json.recoveryCodes).toHaveLength(10)
  // A new session id at a change of privilege.
  expect(host.cookie).not.toBe(before)
  expect(await browser(house, { cookie: before }).who()).toBeNull()
  expect((await host.post('/second-factor', { password })).json.type).toBe('/problems/second-factor-on')
})

test('signing in asks for a code, takes each once, and says nothing about the code to who has no password', async () => {
  const { secret } = await withAuthenticator()
  const visitor = browser(house)
  expect((await visitor.post('/session', { login: 'host', password: 'not this one', code: codeOf(secret) })).json.type).toBe('/problems/wrong-credentials')
  expect((await visitor.post('/session', { login: 'host', password })).json.type).toBe('/problems/second-factor-needed')
  const code = codeOf(secret)
  expect((await visitor.post('/session', { login: 'host', password, code })).status).toBe(200)
  expect((await browser(house).post('/session', { login: 'host', password, code })).json.type).toBe('/problems/wrong-code')
  nextStep()
  expect((await browser(house).post('/session', { login: 'host', password, code: codeOf(secret) })).status).toBe(200)
})

test('a recovery code works once', async () => {
  const { host, recoveryCodes } = await withAuthenticator()
  const [code = ''] = recoveryCodes
  expect(code).toMatch(/^[0-9a-f]{5}(-[0-9a-f]{5}){3}$/)
  expect((await browser(house).post('/session', { login: 'host', password, code: code.toUpperCase() })).status).toBe(200)
  expect((await browser(house).post('/session', { login: 'host', password, code })).json.type).toBe('/problems/wrong-code')
  expect((await host.get('/second-factor')).json.recoveryLeft).toBe(9)
})

test('an admin reaches the admin pages only after a second factor', async () => {
  const plain = await signedIn()
  expect((await plain.get('/admin/members')).json.type).toBe('/problems/second-factor-needed')
  expect((await plain.post('/tokens', { label: 'x', scopes: ['admin'] })).json.type).toBe('/problems/second-factor-needed')
  const { host, secret } = await withAuthenticator()
  expect((await host.get('/admin/members')).status).toBe(200)
  expect((await plain.get('/admin/members')).status).toBe(401)
  const weak = plain.cookie
  expect((await plain.put('/session/second-factor', { code: codeOf(secret) })).status).toBe(204)
  expect((await plain.get('/admin/members')).status).toBe(200)
  expect(await browser(house, { cookie: weak }).who()).toBeNull()
  expect((await host.delete('/second-factor', { password })).status).toBe(204)
  expect((await signedIn()).cookie).not.toBe('')
})

test('codes are bounded over all networks together', async () => {
  await house.close()
  house = await openHouse({ RATE_LIMITS: 'on' })
  await house.a.member({ handle: 'host', role: 'admin', password })
  const { secret } = await withAuthenticator()
  const statuses: number[] = []
  for (let i = 0; i < 12; i += 1)
    statuses.push((await browser(house, { address: `10.${i}.0.1` }).post('/session', { login: 'host', password, code: '000000' })).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
  expect((await browser(house, { address: '10.99.0.1' }).post('/session', { login: 'host', password, code: codeOf(secret) })).status).toBe(429)
})
