import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediaFace } from '#faces/api/media.ts'
import { plainFace } from '#faces/api/plain.ts'
import { uploadFace, withBodies } from '#faces/api/uploads.ts'
import { authenticate } from '#features/people/index.ts'
import { type Listening, listen } from '#ground/http/listen.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { uploadFolder } from './begin-upload.ts'
import { decodersOf } from './decode/decoders.ts'
import { jpeg } from './media.harness.ts'

/** Over a real socket, because what is tested is what happens when it breaks. */
let house: TestHouse
let server: Listening
let file: Buffer
const tokens: Record<string, string> = {}
beforeAll(async () => {
  house = await openHouse({ PORT: '0', MEDIA_MAX_MEGABYTES: '5' })
  for (const handle of ['lin', 'dana']) {
    await house.a.member({ handle, password: 'paper plane accident' })
    tokens[handle] = await house.a.token(handle)
  }
  const api = withBodies(house.ground, authenticate, house.api)
  server = await listen(house.ground, [mediaFace(house.ground), uploadFace(house.ground, authenticate), plainFace(house.ground, api)])
  file = await sharp(randomBytes(900 * 600 * 3), { raw: { width: 900, height: 600, channels: 3 } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await server.close()
  decodersOf(house.ground).close()
  await house.close()
})

const at = (path: string): string => `http://127.0.0.1:${server.port}${path}`
const tus = (headers: Record<string, string | number> = {}, handle = 'lin') =>
  ({ 'tus-resumable': '1.0.0', authorization: `Bearer ${tokens[handle]}`, ...headers }) as Record<string, string>
const begin = async (length: number, handle = 'lin') => fetch(at('/uploads'), { method: 'POST', headers: tus({ 'upload-length': length }, handle) })
const offsetOf = async (path: string) => (await fetch(at(path), { method: 'HEAD', headers: tus() })).headers.get('upload-offset')
const part = (path: string, offset: number, bytes: Buffer, handle = 'lin') =>
  fetch(at(path), {
    method: 'PATCH',
    headers: tus({ 'upload-offset': offset, 'content-type': 'application/offset+octet-stream' }, handle),
    body: bytes as never,
  })

/** Sends the head of a PATCH that promises everything, some of the bytes, and cuts the line when they have arrived. */
async function cutOff(path: string, bytes: Buffer, sent: number): Promise<void> {
  const socket = connect(server.port, '127.0.0.1')
  await once(socket, 'connect')
  const headers = Object.entries({
    host: 'localhost',
    ...tus({ 'upload-offset': 0, 'content-type': 'application/offset+octet-stream', 'content-length': bytes.length }),
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  socket.write(`PATCH ${path} HTTP/1.1\r\n${headers}\r\n`)
  await new Promise<void>((written) => socket.write(bytes.subarray(0, sent), () => written()))
  const lying = join(uploadFolder(house.ground), path.split('/').at(-1) ?? '')
  await expect.poll(async () => (await stat(lying)).size).toBeGreaterThan(0)
  socket.resetAndDestroy()
}

test('an upload that was cut goes on where it stopped and becomes the same picture', async () => {
  const begun = await begin(file.length)
  expect(begun.status).toBe(201)
  const path = begun.headers.get('location') ?? ''
  expect(path).toMatch(/^\/uploads\/[0-9a-f-]{36}$/)
  await cutOff(path, file, 100_000)
  const offset = Number(await offsetOf(path))
  expect(offset).toBeGreaterThan(0)
  expect(offset).toBeLessThanOrEqual(100_000)
  expect((await part(path, offset + 1, file.subarray(offset + 1))).status).toBe(409)
  expect((await part(path, offset, file.subarray(offset))).status).toBe(204)
  // The answer to the last part may be lost too.
  expect(await offsetOf(path)).toBe(String(file.length))
  await house.settle()
  const { json } = await house.as('lin').get(`/media/${path.split('/').at(-1)}`)
  expect(json).toMatchObject({ state: 'ready', picture: { width: 900, height: 600 } })
  expect((await fetch(at(json.picture.variants[0].url))).headers.get('content-type')).toBe('image/webp')
})

test('an upload answers to its owner alone', async () => {
  const path = (await begin(file.length)).headers.get('location') ?? ''
  expect((await part(path, 0, file, 'dana')).status).toBe(404)
  expect((await fetch(at(path), { method: 'HEAD', headers: tus({}, 'dana') })).status).toBe(404)
  expect((await fetch(at(path), { method: 'DELETE', headers: tus({}, 'dana') })).status).toBe(404)
  expect((await fetch(at(path), { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(401)
  expect((await fetch(at(path), { headers: tus() })).status).toBe(404)
  expect((await fetch(at('/uploads/..%2f..%2fetc'), { method: 'HEAD', headers: tus() })).status).toBe(404)
  expect((await fetch(at(path), { method: 'DELETE', headers: tus() })).status).toBe(204)
  expect((await part(path, 0, file)).status).toBe(404)
})

test('too large, of no known length or of the wrong kind: refused with a sentence', async () => {
  const large = await begin(300_000_000)
  expect([large.status, (await large.json()).type]).toEqual([413, '/problems/too-large'])
  expect((await fetch(at('/uploads'), { method: 'POST', headers: tus({ 'upload-defer-length': 1 }) })).status).toBe(400)
  const text = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const path = (await begin(text.length)).headers.get('location') ?? ''
  const refused = await part(path, 0, text)
  expect([refused.status, (await refused.json()).type]).toEqual([415, '/problems/unsupported-media'])
  expect((await part(path, 0, text)).status).toBe(404)
})

test('by cookie only from our own pages, and an upload outlives the session it began in', async () => {
  const origin = `http://127.0.0.1:${server.port}`
  const signIn = async () => {
    const answer = await fetch(at('/-/api/session'), {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'lin', password: 'paper plane accident' }),
    })
    expect(answer.status).toBe(200)
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  const send = (path: string, method: string, headers: Record<string, string | number>, body?: Buffer) =>
    fetch(at(path), { method, headers: { 'tus-resumable': '1.0.0', ...headers } as Record<string, string>, ...(body ? { body: body as never } : {}) })
  const first = await signIn()
  expect((await send('/uploads', 'POST', { cookie: first, origin: 'https://evil.example', 'upload-length': file.length })).status).toBe(403)
  const path = (await send('/uploads', 'POST', { cookie: first, origin, 'upload-length': file.length })).headers.get('location') ?? ''
  const type = 'application/offset+octet-stream'
  expect((await send(path, 'PATCH', { cookie: first, origin, 'upload-offset': 0, 'content-type': type }, file.subarray(0, 1000))).status).toBe(204)
  await fetch(at('/-/api/session'), { method: 'DELETE', headers: { origin, cookie: first } })
  expect((await send(path, 'PATCH', { cookie: first, origin, 'upload-offset': 1000, 'content-type': type }, file.subarray(1000))).status).toBe(401)
  const second = await signIn()
  expect((await send(path, 'PATCH', { cookie: second, origin, 'upload-offset': 1000, 'content-type': type }, file.subarray(1000))).status).toBe(204)
})

test('a program sends one picture as a body', async () => {
  const post = (body: Buffer, headers: Record<string, string>) => fetch(at('/api/commonplace/v1/media'), { method: 'POST', headers, body: body as never })
  const answer = await post(await jpeg(640, 480), { authorization: `Bearer ${tokens.lin}`, 'content-type': 'image/jpeg' })
  expect(answer.status).toBe(201)
  const { id, state } = await answer.json()
  expect(state).toBe('checked')
  await house.settle()
  expect((await house.as('lin').get(`/media/${id}`)).json.state).toBe('ready')
  expect((await post(await jpeg(), {})).status).toBe(401)
  expect((await post(Buffer.alloc(6_000_000), { authorization: `Bearer ${tokens.lin}` })).status).toBe(413)
})
