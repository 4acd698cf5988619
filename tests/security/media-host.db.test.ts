import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture } from '#features/media/index.ts'
import { type House, openHouse as openFrontDoor } from '../../src/main.ts'
import { openHouse, type TestHouse } from '../house.ts'

const MEDIA = 'https://media.example.org'

/** The front door with a host for media, on the test's database and its pictures. */
let house: TestHouse
let door: House
let dataDir: string
let note: string
let files: string[]
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'commonplace-media-'))
  const settings = { DATA_DIR: dataDir, MEDIA_ORIGIN: `${MEDIA}/` }
  house = await openHouse(settings)
  const lin = await house.a.member({ handle: 'lin' })
  const picture = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#3f7566' } })
    .jpeg()
    .toBuffer()
  const id = await importPicture(house.ground, lin, picture, { alt: 'a roof' })
  note = (await house.as('lin').post('/notes', { kind: 'photo', title: 'On the roof', pictures: [{ id }], visibility: 'public' })).json.id
  await house.settle()
  const { json } = await house.as(null).get(`/notes/${note}`)
  files = json.pictures[0].variants.map(({ url }: { url: string }) => url)
  door = await openFrontDoor(
    {},
    { ...settings, DATABASE_URL: house.ground.db.connection, PORT: '0', LOG_LEVEL: 'error', RATE_LIMITS: 'off' },
    { serve: true, work: false },
  )
}, 60_000)
afterAll(async () => {
  await door.close()
  await house.close()
  await rm(dataDir, { recursive: true, force: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** As a proxy hands it on: to our port, with the name that the browser asked for. */
function ask(host: string, path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const { port } = new URL(door.url)
  return new Promise((done, failed) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers: { accept: 'text/html', ...headers, host } }, (answer) => {
      let text = ''
      answer.setEncoding('latin1').on('data', (part) => {
        text += part
      })
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asking.on('error', failed).end()
  })
}
const pathOf = (address: string) => address.slice(MEDIA.length)

test('addresses of pictures lie on the host for media', () => {
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) expect(file).toMatch(/^https:\/\/media\.example\.org\/media\/files\/[0-9a-f-]{36}\/\d+\.(webp|avif)$/)
})

test('the host for media serves files that do nothing but show, and sets no cookie', async () => {
  for (const file of files) {
    const { status, headers } = await ask('media.example.org', pathOf(file))
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^image\//),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(headers['set-cookie']).toBeUndefined()
  }
})

test.each([
  '/',
  '/sign-in',
  '/@lin',
  '/api/commonplace/v1/notes',
  '/-/api/session',
  '/oauth/token',
  '/uploads',
  '/health/ready',
  '/_app/version.json',
  '/favicon.svg',
])('the host for media has no %s', async (path) => {
  for (const host of ['media.example.org', 'MEDIA.example.org']) {
    const { status, headers, text } = await ask(host, path, { headers: { cookie: 'session=x; locale=zh-Hans' } })
    expect([host, status, text]).toEqual([host, 404, ''])
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  }
  expect((await ask('media.example.org', path, { method: 'POST' })).status).toBe(405)
})

test('our own host serves no file: addresses from before lead to the host for media', async () => {
  const [file = ''] = files
  const { status, headers, text } = await ask('localhost:3000', `${pathOf(file)}?until=1`)
  expect([status, headers.location, text]).toEqual([308, `${file}?until=1`, ''])
})

test('pages let in pictures and films of that host, and nothing else of it', async () => {
  expect(existsSync(new URL('../../build/handler.js', import.meta.url)), 'the site is not built: npm test builds it').toBe(true)
  for (const path of ['/', `/@lin/${note}`, '/nothing-here']) {
    const { headers, text } = await ask('localhost:3000', path)
    const policy = String(headers['content-security-policy'])
    const where = policy.split(';').flatMap((part) => (part.includes('media.example.org') ? [part.trim()] : []))
    expect([path, where]).toEqual([path, [`img-src ${MEDIA} 'self' data: blob:`, `media-src ${MEDIA} 'self' blob:`]])
    if (path.includes(note)) expect(text).toContain(files[0])
  }
})
