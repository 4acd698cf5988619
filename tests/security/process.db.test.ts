import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { animation, bomb } from '#features/media/decode/bombs.harness.ts'
import { openSink, tokenIn } from '#features/people/smtp.harness.ts'
import { openPlace, type Place } from '../../bench/place.ts'
import { openHouse, type TestHouse } from '../house.ts'

/** The program as a host starts it, on the test's database, telling all it can. */
let house: TestHouse
let sink: Awaited<ReturnType<typeof openSink>>
let place: Place
beforeAll(async () => {
  house = await openHouse()
  for (const [handle, role] of [
    ['host', 'admin'],
    ['mei', 'member'],
  ] as const)
    await house.a.member({ handle, role })
  sink = await openSink()
  place = await openPlace({ DATABASE_URL: house.ground.db.connection, SMTP_URL: sink.url, LOG_LEVEL: 'debug', REGISTRATION: 'open' })
  await place.start()
}, 120_000)
afterAll(async () => {
  await place.close()
  await sink.close()
  await house.close()
}, 60_000)

/** What must never be seen again, by name, and every refusal as it was answered. */
const secrets = new Map<string, string>()
const refusals: string[] = []
const keep = (name: string, secret: string): string => {
  expect(secret, name).toMatch(/.{6}/)
  secrets.set(name, secret)
  return secret
}

let cookie = ''
async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const json = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(`${place.url}/-/api${path}`, {
    method,
    headers: { origin: place.url, cookie, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(json === undefined ? {} : { body: json }),
  })
  const text = await answer.text()
  if (answer.status >= 400) refusals.push(text)
  const [set] = answer.headers.getSetCookie()
  if (set) {
    cookie = set.split(';')[0] ?? ''
    if (cookie.length > 20) keep(`session ${secrets.size}`, cookie.slice('session='.length))
  }
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  return { status: answer.status, json: (text.startsWith('{') ? JSON.parse(text) : {}) as any }
}

/** The token of the next letter with a link. */
async function letter(): Promise<string> {
  const token = () => sink.letters.map(({ text }) => tokenIn(text)).find(Boolean) ?? ''
  await expect.poll(token, { timeout: 20_000 }).not.toBe('')
  const found = token()
  sink.letters.length = 0
  return found
}

const email = 'wanderer.7391@example.org'

async function account(): Promise<void> {
  const password = keep('password', 'lanterns over the ferry 7391')
  keep('e-mail', email)
  const form = { handle: 'lin', email, password, languages: ['en'], adult: true }
  expect((await ask('POST', '/members', { ...form, handle: 'L I N' })).status).toBe(422)
  expect((await ask('POST', '/members', form)).status).toBe(201)
  expect((await ask('POST', `/email-confirmations/${keep('confirmation', await letter())}`)).status).toBe(204)
  await ask('POST', '/session', { login: 'lin', password: keep('wrong password', 'lanterns over the river 7391') })
  expect((await ask('POST', '/session', { login: email, password })).status).toBe(200)
  const { json } = await ask('POST', '/second-factor', { password })
  const code = new TOTP({ secret: Secret.fromBase32(keep('second factor', json.secret)) }).generate()
  const on = await ask('PUT', '/second-factor', { code })
  for (const [i, one] of on.json.recoveryCodes.entries()) keep(`recovery code ${i}`, one)
  await ask('POST', '/session', { login: 'lin', password })
  expect((await ask('POST', '/session', { login: 'lin', password, code: on.json.recoveryCodes[0] })).status).toBe(200)
}

async function programs(): Promise<void> {
  const password = secrets.get('password')
  const made = await ask('POST', '/tokens', { label: 'phone', scopes: ['read'], password })
  const bearer = keep('token', made.json.token)
  await fetch(`${place.url}/api/commonplace/v1/me`, { headers: { authorization: `Bearer ${bearer}` } })
  await fetch(`${place.url}/api/commonplace/v1/me?token=${bearer}`, { headers: { authorization: `Bearer ${bearer}x` } })
  keep('invite', (await ask('POST', '/invites', { label: '', uses: 1, days: 1 })).json.code)
  const program = await ask('POST', '/programs', { name: 'Phone', redirectUris: ['https://phone.example/back'], scopes: 'read', confidential: true })
  if (program.json.secret) keep('program secret', program.json.secret)
  await fetch(`${place.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: program.json.id,
      client_secret: program.json.secret ?? '',
      code: keep('authorization code', randomBytes(20).toString('hex')),
      redirect_uri: 'https://phone.example/back',
      code_verifier: keep('verifier', randomBytes(32).toString('base64url')),
    }),
  })
}

/** The database refuses a row, the schema is not what the program thinks, every connection is cut: what is logged then names no row. */
async function bugs(): Promise<void> {
  const body = keep('words of a note', 'a kingfisher under the ninth bridge')
  const { q } = house.ground.db
  await sql`alter table notes add constraint nothing check (false) not valid`.execute(q)
  await sql`alter table layers add constraint nothing check (false) not valid`.execute(q)
  await sql`alter table members add constraint nothing check (email is null) not valid`.execute(q)
  expect((await ask('POST', '/notes', { title: 'Bridge', body, visibility: 'public' })).status).toBe(500)
  expect((await ask('PATCH', '/me', { locale: 'en', timeZone: 'Asia/Shanghai' })).status).toBe(500)
  await sql`alter table notes drop constraint nothing`.execute(q)
  await sql`alter table layers drop constraint nothing`.execute(q)
  await sql`alter table members drop constraint nothing`.execute(q)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'commonplace'`.execute(
    q,
  )
  await expect.poll(async () => (await fetch(`${place.url}/health/ready`)).status, { timeout: 20_000 }).toBe(200)
  expect((await ask('POST', '/notes', { title: 'Bridge', body, visibility: 'public' })).status).toBe(201)
  await ask('POST', '/notes', `{"title": "Bridge", "body": "${body}`)
}

async function newPassword(): Promise<void> {
  await ask('POST', '/password-resets', { email })
  const token = keep('reset', await letter())
  const again = keep('new password', 'a heron stands in the reeds 7391')
  expect((await ask('PUT', `/password-resets/${token}`, { password: again })).status).toBeLessThan(300)
  await ask('PUT', `/password-resets/${token}`, { password: again })
  await fetch(`${place.url}/reset-password/${token}`)
  await fetch(`${place.url}/confirm-email/${secrets.get('confirmation')}`)
}

test('a whole journey, with refusals and bugs, leaves no secret, address or text in the log, nor in what is refused (A7)', async () => {
  await account()
  await programs()
  await bugs()
  await newPassword()
  const said = place.said()
  // The log speaks of it: silence would prove nothing.
  for (const words of ['member signed up', '"bug"', 'database connection', 'nothing']) expect(said).toContain(words)
  expect(secrets.size).toBeGreaterThan(20)
  expect(refusals.length).toBeGreaterThan(5)
  const found = (text: string) => [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name)
  expect({ log: found(said), refusals: found(refusals.join('\n')) }).toEqual({ log: [], refusals: [] })
}, 120_000)

const MEGABYTE = 1024 * 1024
const memory = async (): Promise<number> =>
  Number(/^process_resident_memory_bytes (\S+)/m.exec(await (await fetch(`${place.url}/metrics`)).text())?.[1]) / MEGABYTE

/** Sends zeros until all are sent or the server has had enough; answers its status. */
function pour(megabytes: number, token: string): Promise<number> {
  return new Promise((done) => {
    const sending = request(`${place.url}/api/commonplace/v1/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
    })
    let status = 0
    let left = megabytes
    sending.on('response', (answer) => {
      status = answer.statusCode ?? 0
      answer.resume().on('close', () => done(status))
    })
    sending.on('error', () => done(status))
    const part = Buffer.alloc(MEGABYTE)
    const more = () => {
      while (left > 0 && status === 0 && !sending.destroyed) {
        left -= 1
        if (!sending.write(part)) return void sending.once('drain', more)
      }
      sending.end()
    }
    more()
  })
}

/** Uploads bytes and asks until the decoder has spoken. The rule's bounds: every answer within 10 s. */
async function outcome(token: string, type: string, body: Buffer): Promise<{ state: string; reason: string; most: number }> {
  const bounded = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type }
    const answer = await fetch(`${place.url}/api/commonplace/v1${path}`, { headers, signal: AbortSignal.timeout(10_000), ...init })
    return (await answer.json()) as { id: string; state: string; reason: string }
  }
  const { id } = await bounded('/media', { method: 'POST', body: new Uint8Array(body) })
  let most = 0
  let seen = { state: '', reason: '' }
  const isOver = async () => {
    most = Math.max(most, await memory())
    seen = await bounded(`/media/${id}`)
    return ['ready', 'failed'].includes(seen.state)
  }
  await expect.poll(isOver, { timeout: 60_000 }).toBe(true)
  return { state: seen.state, reason: seen.reason, most: Math.max(most, await memory()) }
}

test('pictures that swell are refused by a server that answers within ten seconds and grows by less than 300 MB (U2)', async () => {
  const token = await house.a.token('mei')
  await expect.poll(() => place.said(), { timeout: 60_000 }).toContain('the dictionary is loaded')
  const before = await memory()
  const bombs: [string, Buffer, string][] = [
    ['image/png', bomb(30_000), 'picture-too-wide'],
    ['image/png', bomb(11_000), 'picture-too-many-pixels'],
    ['image/gif', animation(5_000), 'picture-too-many-frames'],
  ]
  for (const [type, bytes, why] of bombs) {
    const { state, reason, most } = await outcome(token, type, bytes)
    expect([state, reason]).toEqual(['failed', why])
    expect(most - before).toBeLessThan(300)
  }
}, 240_000)

test('300 MB of an upload are refused with 413 and are never in memory (U4)', async () => {
  const token = await house.a.token('mei')
  // A fresh place reads the dictionary once, and that takes memory of its own.
  await expect.poll(() => place.said(), { timeout: 60_000 }).toContain('the dictionary is loaded')
  expect(await pour(1, token)).toBe(415)
  const before = await memory()
  expect(await pour(300, token)).toBe(413)
  expect((await memory()) - before).toBeLessThan(100)
  expect((await fetch(`${place.url}/health/ready`)).status).toBe(200)
}, 120_000)
