import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { type Browser, browser } from './browser.harness.ts'
import { letterJob } from './letters.ts'
import { openSink, tokenIn } from './smtp.harness.ts'

let house: TestHouse
let sink: Awaited<ReturnType<typeof openSink>>
beforeAll(async () => {
  sink = await openSink()
  house = await openHouse({ SMTP_URL: sink.url, REGISTRATION: 'open' })
  await house.a.member({ handle: 'host', role: 'admin' })
  await house.a.member({ handle: 'lin', email: 'lin@example.org', password: 'paper plane accident', languages: ['zh-Hans'], locale: 'zh-Hans' })
})
afterAll(async () => {
  await house.close()
  await sink.close()
})
beforeEach(() => {
  sink.letters.length = 0
})

const form = { languages: ['en'], adult: true, password: 'paper plane accident' }

test('an address is confirmed by its letter, once; until then one reads and keeps drafts', async () => {
  const tom = browser(house)
  expect((await tom.post('/members', { ...form, handle: 'tom', email: 'tom@example.org' })).json).toMatchObject({ state: 'active', letter: true })
  expect((await tom.get('/session')).json.viewer).toMatchObject({ confirmed: false, email: null, pendingEmail: 'tom@example.org' })
  expect((await tom.post('/invites', {})).json.type).toBe('/problems/unconfirmed')
  await house.settle()
  expect(sink.letters).toHaveLength(1)
  expect(sink.letters[0]).toMatchObject({ to: ['tom@example.org'] })
  const token = tokenIn(sink.letters[0]?.text ?? '')
  expect(Buffer.from(token, 'base64url')).toHaveLength(16)
  const stored = await house.ground.db.q.selectFrom('mail_tokens').select('hash').execute()
  expect(stored.map(({ hash }) => hash)).not.toContain(token)
  expect((await browser(house).post(`/email-confirmations/${token}`)).status).toBe(204)
  expect((await tom.get('/session')).json.viewer).toMatchObject({ confirmed: true, email: 'tom@example.org', pendingEmail: null })
  expect((await browser(house).post(`/email-confirmations/${token}`)).json.type).toBe('/problems/link-expired')
})

test('signing up with an address that has an account answers the same, and its owner is told in their language', async () => {
  const fresh = await browser(house).post('/members', { ...form, handle: 'ann', email: 'ann@example.org' })
  const known = await browser(house).post('/members', { ...form, handle: 'ben', email: 'LIN@example.org' })
  const shape = ({ status, json, headers }: typeof fresh) => ({ status, body: { ...json, id: '' }, signedIn: headers.has('set-cookie') })
  expect(shape(known)).toEqual(shape(fresh))
  await house.settle()
  const told = sink.letters.find(({ to }) => to[0] === 'lin@example.org')
  expect(told?.text).toContain('你已经有账号：@lin')
  expect(sink.letters.map(({ to }) => to[0]).sort()).toEqual(['ann@example.org', 'lin@example.org'])
  // Nothing in that letter confirms the address for the stranger.
  expect((await browser(house).post(`/email-confirmations/${tokenIn(told?.text ?? '')}`)).json.type).toBe('/problems/link-expired')
})

test('asking for a new password answers the same for any address, and mails only who is here', async () => {
  const known = await browser(house).post('/password-resets', { email: 'dana@example.org' })
  await house.a.member({ handle: 'dana', email: 'dana@example.org' })
  const unknown = await browser(house).post('/password-resets', { email: 'dana@example.org' })
  const odd = await browser(house).post('/password-resets', { email: 'a@b,c@d' })
  expect([unknown.status, unknown.json, odd.status]).toEqual([known.status, known.json, 204])
  await house.settle()
  expect(sink.letters.map(({ to }) => to)).toEqual([['dana@example.org'], ['dana@example.org']])
})

test('the reset link leads to this place whatever Host the request named, works once, and ends every session', async () => {
  const before = browser(house)
  await before.post('/session', { login: 'lin', password: 'paper plane accident' })
  expect(await before.who()).toBe('lin')
  const ended: string[] = []
  house.ground.live.onEnd((await house.a.viewer('lin')).id, () => ended.push('lin'))
  await browser(house).ask('POST', '/password-resets', { email: 'lin@example.org' }, { host: 'evil.example', 'x-forwarded-host': 'evil.example' })
  await house.settle()
  const { text = '' } = sink.letters[0] ?? {}
  expect(text).toContain('http://localhost:3000/reset-password/')
  expect(text).not.toContain('evil')
  const token = tokenIn(text)
  expect((await browser(house).put(`/password-resets/${token}`, { password: 'short' })).json.type).toBe('/problems/password-short')
  expect((await browser(house).put(`/password-resets/${token}`, { password: 'another long password' })).status).toBe(204)
  expect((await browser(house).put(`/password-resets/${token}`, { password: 'yet another password' })).json.type).toBe('/problems/link-expired')
  expect(await before.who()).toBeNull()
  await expect.poll(() => ended.length, { timeout: 5000 }).toBeGreaterThan(0)
  expect((await browser(house).post('/session', { login: 'lin@example.org', password: 'paper plane accident' })).status).toBe(401)
  expect((await browser(house).post('/session', { login: 'lin@example.org', password: 'another long password' })).status).toBe(200)
})

test('a reset link is too old after 30 minutes', async () => {
  await house.a.member({ handle: 'mei', email: 'mei@example.org' })
  await browser(house).post('/password-resets', { email: 'mei@example.org' })
  await house.settle()
  house.clock.move(31 * 60_000)
  expect((await browser(house).put(`/password-resets/${tokenIn(sink.letters[0]?.text ?? '')}`, { password: 'another long password' })).json.type).toBe(
    '/problems/link-expired',
  )
})

test('one address gets at most three letters of a kind while they are good', async () => {
  await house.a.member({ handle: 'kim', email: 'kim@example.org' })
  for (let i = 0; i < 8; i += 1) await browser(house).post('/password-resets', { email: 'kim@example.org' })
  await house.settle()
  expect(sink.letters).toHaveLength(3)
})

test('a letter that the mail server refused four times is sent at the fifth try', async () => {
  await house.a.member({ handle: 'ona', email: 'ona@example.org' })
  const send = vi.spyOn(house.ground.mail, 'send')
  for (let i = 0; i < 4; i += 1) send.mockRejectedValueOnce(new Error('450 try later'))
  const job = letterJob(house.ground)
  for (let i = 0; i < 4; i += 1) await expect(job.run({ kind: 'reset', email: 'ona@example.org' }, new AbortController().signal)).rejects.toThrow('450')
  await job.run({ kind: 'reset', email: 'ona@example.org' }, new AbortController().signal)
  send.mockRestore()
  expect(sink.letters.map(({ to }) => to)).toEqual([['ona@example.org']])
  const reset = await browser(house).put(`/password-resets/${tokenIn(sink.letters[0]?.text ?? '')}`, { password: 'another long password' })
  expect(reset.status).toBe(204)
})

test('a mistyped address does not use up the letters of the right one', async () => {
  await house.a.member({ handle: 'una', email: 'una@example.org', password: 'paper plane accident' })
  const una = browser(house)
  await una.post('/session', { login: 'una', password: 'paper plane accident' })
  await una.put('/me/email', { email: 'unna@example.net', password: 'paper plane accident' })
  for (let i = 0; i < 3; i += 1) await una.post('/email-confirmations')
  await house.settle()
  expect(sink.letters.map(({ to }) => to[0])).toEqual(Array(3).fill('unna@example.net'))
  await una.put('/me/email', { email: 'una@example.com', password: 'paper plane accident' })
  await house.settle()
  expect(sink.letters.map(({ to }) => to[0]).at(-1)).toBe('una@example.com')
  await una.post(`/email-confirmations/${tokenIn(sink.letters.at(-1)?.text ?? '')}`)
  expect((await una.get('/me')).json).toMatchObject({ email: 'una@example.com' })
  await house.settle()
})

test('another address counts once its letter is answered, and the old one is told', async () => {
  await house.a.member({ handle: 'zoe', email: 'zoe@example.org', password: 'paper plane accident' })
  const zoe = browser(house)
  await zoe.post('/session', { login: 'zoe', password: 'paper plane accident' })
  expect((await zoe.put('/me/email', { email: 'new@example.org' })).json.type).toBe('/problems/proof-needed')
  expect((await zoe.put('/me/email', { email: 'new@example.org', password: 'paper plane accident' })).status).toBe(204)
  expect((await zoe.get('/me')).json).toMatchObject({ email: 'zoe@example.org', pendingEmail: 'new@example.org', confirmed: true })
  await house.settle()
  await zoe.post(`/email-confirmations/${tokenIn(sink.letters[0]?.text ?? '')}`)
  await house.settle()
  expect((await zoe.get('/me')).json).toMatchObject({ email: 'new@example.org', pendingEmail: null })
  expect(sink.letters.map(({ to }) => to[0])).toEqual(['new@example.org', 'zoe@example.org'])
})

test.each([
  ['a reset', async (_owner: Browser, letter: string) => browser(house).put(`/password-resets/${letter}`, { password: 'another long password' })],
  ['a change', async (owner: Browser) => owner.put('/me/password', { current: 'paper plane accident', password: 'another long password' })],
])('whoever knew the password keeps no way in after %s: not by an address that waited, not by another letter', async (how, renew) => {
  const name = how.slice(2)
  const mail = `${name}@example.org`
  await house.a.member({ handle: name, email: mail, password: 'paper plane accident' })
  const [thief, owner] = [browser(house), browser(house)]
  for (const one of [thief, owner]) await one.post('/session', { login: name, password: 'paper plane accident' })
  await thief.put('/me/email', { email: `thief-of-${name}@example.org`, password: 'paper plane accident' })
  for (let i = 0; i < 2; i += 1) await browser(house).post('/password-resets', { email: mail })
  await house.settle()
  const sent = (to: string) => sink.letters.filter((letter) => letter.to[0] === to).map(({ text }) => tokenIn(text))
  const [first = '', second = ''] = sent(mail)
  expect((await renew(owner, first)).status).toBe(204)
  for (const answer of [
    await browser(house).post(`/email-confirmations/${sent(`thief-of-${name}@example.org`)[0]}`),
    await browser(house).put(`/password-resets/${second}`, { password: 'the thief’s password' }),
  ])
    expect(answer.json.type).toBe('/problems/link-expired')
  await owner.post('/session', { login: mail, password: 'another long password' })
  expect((await owner.get('/me')).json).toMatchObject({ email: mail, pendingEmail: null })
})

test('a password changed before the first address is confirmed does not lose that address', async () => {
  const kit = browser(house)
  await kit.post('/members', { ...form, handle: 'kit', email: 'kit@example.org' })
  await house.settle()
  await kit.put('/me/password', { current: form.password, password: 'another long password' })
  expect((await kit.post('/email-confirmations')).status).toBe(204)
  await house.settle()
  await kit.post(`/email-confirmations/${tokenIn(sink.letters.at(-1)?.text ?? '')}`)
  expect((await kit.get('/me')).json).toMatchObject({ email: 'kit@example.org', pendingEmail: null })
})
