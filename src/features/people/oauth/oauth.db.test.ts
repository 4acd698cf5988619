import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oauthFace } from '#faces/api/oauth.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { type Browser, browser } from '../browser.harness.ts'

let house: TestHouse
let lin: Browser
const redirectUri = 'https://phone.example/back?keep=1'
const verifier = randomBytes(32).toString('base64url')
const codeChallenge = createHash('sha256').update(verifier).digest('base64url')

beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin', password: 'paper plane accident' })
  lin = browser(house)
  await lin.post('/session', { login: 'lin', password: 'paper plane accident' })
})
afterAll(() => house.close())

const register = async (body: object = {}) =>
  (await house.as(null).post('/programs', { name: 'Phone', redirectUris: [redirectUri], scopes: 'read write', ...body })).json
const asking = (clientId: string, more: object = {}) => ({
  clientId,
  redirectUri,
  scope: 'read',
  state: 'a b&c',
  codeChallenge,
  codeChallengeMethod: 'S256',
  ...more,
})
const consent = (clientId: string, more: object = {}) => lin.post('/oauth-consents', { ...asking(clientId, more), approve: true })
const codeFor = async (clientId: string, more: object = {}) => new URL((await consent(clientId, more)).json.redirectTo).searchParams.get('code') ?? ''

async function speak(path: string, fields: Record<string, string> | string, headers: Record<string, string> = {}) {
  const response = await oauthFace(house.ground).fetch!(
    new Request(`http://localhost:3000${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
    }),
    { address: '127.0.0.1' },
  )
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  return { status: response.status, json: (await response.json()) as any, headers: response.headers }
}
const exchange = (clientId: string, code: string, more: Record<string, string> = {}) =>
  speak('/oauth/token', { grant_type: 'authorization_code', client_id: clientId, code, redirect_uri: redirectUri, code_verifier: verifier, ...more })
const byToken = async (token: string, method: string, path: string, body?: object) =>
  (
    await house.api.fetch(
      new Request(`http://localhost:3000/api/commonplace/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
      { address: '127.0.0.1' },
    )
  ).status

test('a program is shown, agreed to, gets a token with the scopes agreed to, and is taken back', async () => {
  const { id } = await register()
  const shown = await lin.get(`/oauth-consents?${new URLSearchParams(asking(id) as Record<string, string>)}`)
  expect(shown.json).toEqual({ program: { id, name: 'Phone', website: null }, redirectUri, scopes: ['read'] })
  const target = new URL((await consent(id)).json.redirectTo)
  expect(target.href.startsWith(`${redirectUri}&code=`)).toBe(true)
  expect([target.searchParams.get('state'), target.searchParams.get('iss')]).toEqual(['a b&c', 'http://localhost:3000'])
  const { status, json, headers } = await exchange(id, target.searchParams.get('code') ?? '')
  expect(status).toBe(200)
  expect(json).toEqual({ access_token: expect.any(String), token_type: 'Bearer', scope: 'read', created_at: expect.any(Number) })
  expect([headers.get('cache-control'), headers.get('access-control-allow-origin')]).toEqual(['no-store', '*'])
  expect(await byToken(json.access_token, 'GET', '/me')).toBe(200)
  expect(await byToken(json.access_token, 'PATCH', '/me', { timeZone: 'UTC' })).toBe(403)
  const ended: string[] = []
  house.ground.live.onEnd((await house.a.viewer('lin')).id, () => ended.push('lin'))
  expect((await speak('/oauth/revoke', { client_id: id, token: json.access_token })).status).toBe(200)
  expect(await byToken(json.access_token, 'GET', '/me')).toBe(401)
  await expect.poll(() => ended.length, { timeout: 5000 }).toBe(1)
})

test('saying no sends the browser back with nothing', async () => {
  const { id } = await register()
  const { json } = await lin.post('/oauth-consents', { ...asking(id), approve: false })
  const { searchParams } = new URL(json.redirectTo)
  expect([searchParams.get('error'), searchParams.get('code')]).toEqual(['access_denied', null])
})

test('a request that is not exactly right is answered on our own page', async () => {
  const { id } = await register()
  const refused = async (more: object) => (await consent(id, more)).json.type
  expect(await refused({ redirectUri: 'https://phone.example/back' })).toBe('/problems/redirect-wrong')
  expect(await refused({ redirectUri: `${redirectUri}&x=1` })).toBe('/problems/redirect-wrong')
  expect(await refused({ redirectUri: redirectUri.toUpperCase() })).toBe('/problems/redirect-wrong')
  expect(await refused({ clientId: 'unknown' })).toBe('/problems/program-unknown')
  expect(await refused({ responseType: 'token' })).toBe('/problems/response-type')
  expect(await refused({ scope: 'read everything' })).toBe('/problems/unknown-scope')
  expect(await refused({ scope: 'read follow' })).toBe('/problems/scope-wrong')
  expect(await refused({ codeChallenge: undefined })).toBe('/problems/pkce-needed')
  expect(await refused({ codeChallengeMethod: 'plain' })).toBe('/problems/pkce-needed')
  expect((await house.as('lin').post('/oauth-consents', { ...asking(id), approve: true })).json.type).toBe('/problems/session-needed')
  expect((await register({ redirectUris: ['javascript:alert(1)'] })).type).toBe('/problems/redirect-wrong')
})

test('a code is good once, for its program, its address and its verifier; a second use takes the token back', async () => {
  const [{ id }, other] = [await register(), await register()]
  const failed = async (clientId: string, code: string, more: Record<string, string> = {}) => (await exchange(clientId, code, more)).json.error
  expect(await failed(other.id, await codeFor(id))).toBe('invalid_grant')
  expect(await failed(id, await codeFor(id), { code_verifier: randomBytes(32).toString('base64url') })).toBe('invalid_grant')
  expect(await failed(id, await codeFor(id), { code_verifier: '' })).toBeDefined()
  expect(await failed(id, await codeFor(id), { redirect_uri: 'https://phone.example/back' })).toBe('invalid_request')
  expect(await failed(id, 'made-up')).toBe('invalid_grant')
  const late = await codeFor(id)
  house.clock.move(11 * 60_000)
  expect(await failed(id, late)).toBe('invalid_grant')
  const code = await codeFor(id)
  const answers = await Promise.all([exchange(id, code), exchange(id, code)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  const token = answers.find(({ status }) => status === 200)?.json.access_token
  expect(await failed(id, code)).toBe('invalid_grant')
  expect(await byToken(token, 'GET', '/me')).toBe(401)
})

test('a program with a secret must show it, in the form or as Basic', async () => {
  const { id, secret } = await register({ confidential: true })
  expect((await exchange(id, await codeFor(id))).json.error).toBe('invalid_client')
  expect((await exchange(id, await codeFor(id), { client_secret: 'guess' })).json.error).toBe('invalid_client')
  expect((await exchange(id, await codeFor(id), { client_secret: secret })).status).toBe(200)
  const fields = { grant_type: 'authorization_code', code: await codeFor(id), redirect_uri: redirectUri, code_verifier: verifier }
  const { status, json } = await speak('/oauth/token', fields, { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` })
  expect(status).toBe(200)
  expect((await speak('/oauth/revoke', { client_id: id, client_secret: 'guess', token: json.access_token })).status).toBe(401)
  expect(await byToken(json.access_token, 'GET', '/me')).toBe(200)
})

test('what is malformed is refused as OAuth says, never as a bug', async () => {
  const { id } = await register()
  expect((await speak('/oauth/token', { grant_type: 'password', client_id: id, username: 'lin', password: 'x' })).json.error).toMatch(
    /unsupported_grant_type|unauthorized_client|invalid_client/,
  )
  expect((await speak('/oauth/token', 'client_id=a&client_id=b')).json.error).toBe('invalid_request')
  expect((await speak('/oauth/token', '')).status).toBe(400)
  expect((await speak('/oauth/token', '{"a":{}}', { 'content-type': 'application/json' })).json.error).toBe('invalid_request')
  expect((await speak('/oauth/token', 'not json', { 'content-type': 'application/json' })).json.error).toBe('invalid_request')
  expect((await speak('/oauth/token', `a=${'x'.repeat(20_000)}`)).status).toBe(413)
  expect((await speak('/oauth/token', 'grant_type=authorization_code&client_id=%00&code=x&code_verifier=%00')).status).toBe(400)
})

test('programs find the endpoints', async () => {
  const response = await oauthFace(house.ground).fetch!(new Request('http://localhost:3000/.well-known/oauth-authorization-server'), { address: '' })
  expect(await response.json()).toMatchObject({
    issuer: 'http://localhost:3000',
    token_endpoint: 'http://localhost:3000/oauth/token',
    code_challenge_methods_supported: ['S256'],
  })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const security = await oauthFace(house.ground).fetch!(new Request('http://localhost:3000/.well-known/security.txt'), { address: '' })
  expect(await security.text()).toMatch(/^Contact: .*\nExpires: 20\d\d-/)
})

test('a code that was agreed to before the password changed gives no token afterwards', async () => {
  const { id } = await register()
  const code = await codeFor(id)
  expect((await lin.put('/me/password', { current: 'paper plane accident', password: 'another long password' })).status).toBe(204)
  expect((await exchange(id, code)).json).toMatchObject({ error: 'invalid_grant' })
})
