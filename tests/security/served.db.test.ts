import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse as openFrontDoor } from '../../src/main.ts'
import { openHouse, type TestHouse } from '../house.ts'

/** The real front door on a port of its own, on the test's database. */
let house: TestHouse
let door: House
let dataDir: string
let note: string
let slow: { closed: Promise<string>; said(): string }
const PASSWORD = 'correct horse battery'

beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin', password: PASSWORD })
  note = await house.a.note('lin', { title: 'On the roof', visibility: 'public', topics: ['punk'] })
  await house.settle()
  dataDir = mkdtempSync(join(tmpdir(), 'commonplace-door-'))
  door = await openFrontDoor(
    {},
    { DATABASE_URL: house.ground.db.connection, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', RATE_LIMITS: 'off', METRICS_TOKEN: 'a token of the host' },
    { serve: true, work: false },
  )
  slow = dripHeaders()
}, 60_000)
afterAll(async () => {
  await door.close()
  await house.close()
  await rm(dataDir, { recursive: true, force: true })
})

const at = (path: string, init: RequestInit = {}) => fetch(door.url + path, { redirect: 'manual', ...init })
const json = { 'content-type': 'application/json' }

/** The cookie of a new session, by password. */
async function signIn(): Promise<string> {
  const answer = await at('/-/api/session', {
    method: 'POST',
    headers: { ...json, origin: door.url },
    body: JSON.stringify({ login: 'lin', password: PASSWORD }),
  })
  expect(answer.status).toBe(200)
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^session=[\w-]{20,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
  return cookie.split(';')[0] ?? ''
}

const notesCount = async (): Promise<number> => (await house.ground.db.q.selectFrom('notes').select('id').execute()).length

/** A line that never finishes its headers. */
function dripHeaders() {
  const { hostname, port } = new URL(door.url)
  let said = ''
  const closed = new Promise<string>((done) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write('GET / HTTP/1.1\r\nHost: slow\r\nX-Slow: '))
    const drip = setInterval(() => socket.write('a'), 500)
    socket.on('data', (part) => {
      said += part
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(drip)
      done(said)
    })
  })
  return { closed, said: () => said }
}

const PLAIN = [
  '/api/commonplace/v1/session',
  '/api/commonplace/v1/notes/nothing',
  '/-/api/session',
  '/health/live',
  '/.well-known/oauth-authorization-server',
  '/media/files/x/y.webp',
  '/api/nothing',
  '/uploads/nothing',
]
test.each(PLAIN)('%s is served with headers that keep a browser from guessing', async (path) => {
  const { headers, status } = await at(path)
  expect(status).toBeLessThan(500)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toMatch(/^(strict-origin-when-cross-origin|same-origin)$/)
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('x-powered-by')).toBeNull()
  if (headers.get('access-control-allow-origin')) expect(headers.getSetCookie()).toEqual([])
})

test('every page has a policy that runs only what the place itself wrote', async () => {
  expect(existsSync(new URL('../../build/handler.js', import.meta.url)), 'the site is not built: npm test builds it').toBe(true)
  for (const path of ['/', '/following', '/nearby', '/search?q=roof', '/topics/punk', '/@lin', `/@lin/${note}`, '/sign-in', '/about', '/nothing-here']) {
    const { headers } = await at(path, { headers: { accept: 'text/html' }, redirect: 'follow' })
    const policy = new Map((headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim().split(/ (.*)/s).slice(0, 2) as [string, string]))
    expect([path, policy.get('default-src')]).toEqual([path, "'self'"])
    expect([path, policy.get('script-src') ?? '']).toEqual([path, expect.not.stringMatching(/unsafe-inline|unsafe-eval|\*|data:|https?:/)])
    for (const name of ['object-src', 'base-uri', 'frame-ancestors']) expect([path, name, policy.get(name)]).toEqual([path, name, "'none'"])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test.each([
  '/.env',
  '/.git/config',
  '/package.json',
  '/node_modules/pg/package.json',
  '/src/main.ts',
  '/..%2fpackage.json',
  '/_app/..%2f..%2f..%2fpackage.json',
])('%s is not served', async (path) => {
  const answer = await at(path)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await answer.text()).not.toMatch(/"dependencies"|DATABASE_URL|\[core\]|openGround/)
})

test('a foreign page cannot act with the cookie: by form, by text/plain, without an Origin, or with one made to look like ours', async () => {
  const cookie = await signIn()
  const before = await notesCount()
  const body = JSON.stringify({ title: 'Not mine' })
  const tries: Record<string, string>[] = [
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
    { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    { origin: 'https://evil.example', ...json },
    { origin: 'null', ...json },
    { ...json },
    { 'sec-fetch-site': 'cross-site', ...json },
    { origin: `${door.url}.evil.example`, ...json },
    { origin: door.url.replace('http:', 'https:'), ...json },
    { origin: `${door.url}@evil.example`, ...json },
  ]
  for (const headers of tries) {
    const { status } = await at('/-/api/notes', { method: 'POST', headers: { cookie, ...headers }, body })
    expect([headers, status]).toEqual([headers, 403])
  }
  expect((await at('/api/commonplace/v1/notes', { method: 'POST', headers: { cookie, origin: door.url, ...json }, body })).status).toBe(401)
  expect(await notesCount()).toBe(before)
  expect((await at('/-/api/notes', { method: 'POST', headers: { cookie, origin: door.url, ...json }, body })).status).toBe(201)
  expect(await notesCount()).toBe(before + 1)
})

test('over https the cookie is bound to the host', async () => {
  const secure = await openHouse({ ORIGIN: 'https://place.example' })
  await secure.a.member({ handle: 'lin', password: PASSWORD })
  const ask = new Request('https://place.example/-/api/session', {
    method: 'POST',
    headers: { ...json, origin: 'https://place.example' },
    body: JSON.stringify({ login: 'lin', password: PASSWORD }),
  })
  const answer = await secure.api.fetch(ask, { address: '203.0.113.9' })
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-session=[\w-]{20,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
  await secure.close()
})

test('an old cookie is nobody: after signing in again, after signing out', async () => {
  const who = async (cookie: string) =>
    ((await (await at('/-/api/session', { headers: { cookie } })).json()) as { viewer: { handle: string } | null }).viewer?.handle ?? null
  const first = await signIn()
  expect(await who(first)).toBe('lin')
  const again = await at('/-/api/session', {
    method: 'POST',
    headers: { ...json, origin: door.url, cookie: first },
    body: JSON.stringify({ login: 'lin', password: PASSWORD }),
  })
  const second = again.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(second).not.toBe(first)
  expect([await who(first), await who(second)]).toEqual([null, 'lin'])
  expect((await at('/-/api/session', { method: 'DELETE', headers: { origin: door.url, cookie: second } })).status).toBe(204)
  expect(await who(second)).toBeNull()
})

test('a body is read to its limit and no further, declared or not', async () => {
  const cookie = await signIn()
  const headers = { ...json, origin: door.url, cookie }
  const large = JSON.stringify({ title: 'x', body: 'a'.repeat(300 * 1024) })
  expect((await at('/-/api/notes', { method: 'POST', headers, body: large })).status).toBe(413)
  const stream = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 30; part += 1) controller.enqueue(new TextEncoder().encode('a'.repeat(10 * 1024)))
      controller.close()
    },
  })
  expect((await at('/-/api/notes', { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit)).status).toBe(413)
})

test('deep nesting and keys of prototypes are refused or dropped', async () => {
  const cookie = await signIn()
  const send = (body: string) => at('/-/api/drafts', { method: 'POST', headers: { ...json, origin: door.url, cookie }, body })
  expect((await send(`{"content":${'['.repeat(100)}${']'.repeat(100)}}`)).status).toBe(400)
  expect((await send('['.repeat(200_000))).status).toBe(400)
  const answer = await send('{"content":{"title":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},"__proto__":{"polluted":1}}')
  expect(answer.status).toBe(201)
  expect(JSON.stringify(await answer.json())).not.toContain('polluted')
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('the same Idempotency-Key twenty times at once is one note', async () => {
  const cookie = await signIn()
  const before = await notesCount()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      at('/-/api/notes', {
        method: 'POST',
        headers: { ...json, origin: door.url, cookie, 'idempotency-key': 'once' },
        body: JSON.stringify({ title: 'Only once' }),
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
  expect(new Set((await Promise.all(answers.map((answer) => answer.json() as Promise<{ id: string }>))).map(({ id }) => id)).size).toBe(1)
  expect(await notesCount()).toBe(before + 1)
})

test('a request that is no HTTP is answered 400 and cut; others go on', async () => {
  const { hostname, port } = new URL(door.url)
  const said = await new Promise<string>((done) => {
    let text = ''
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write('NOT HTTP\r\n\r\n'))
    socket.on('data', (part) => {
      text += part
    })
    socket.on('close', () => done(text))
  })
  expect(said).toMatch(/^HTTP\/1.1 400 /)
  expect((await at('/health/live')).status).toBe(200)
})

test('headers that come a byte at a time are cut after 15 s; the promise is kept within 45', { timeout: 45_000 }, async () => {
  expect(await slow.closed).toMatch(/^(HTTP\/1.1 4|$)/)
  expect((await at('/health/live')).status).toBe(200)
})

test('figures of the process are for this machine and for who has the token, not for who comes through a proxy', async () => {
  const status = async (headers: Record<string, string>) => (await at('/metrics', { headers })).status
  expect(await status({})).toBe(200)
  const proxied = { 'x-forwarded-for': '203.0.113.7' }
  expect(await status(proxied)).toBe(404)
  expect(await status({ ...proxied, authorization: 'Bearer a token of a guest' })).toBe(404)
  expect(await status({ ...proxied, authorization: 'Bearer a token of the host' })).toBe(200)
})
