import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, SECOND } from '#ground/clock/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { sweepStorage } from './clean-up.ts'
import { decodersOf } from './decode/decoders.ts'
import { claimMedia, importPicture, type Picture, picturesById, picturesOf, releaseMedia, serveFile } from './index.ts'
import { jpeg, keysOf, standIn } from './media.harness.ts'

let house: TestHouse
let lin: ActorId
let dana: ActorId
let things: ReturnType<typeof standIn>
beforeAll(async () => {
  house = await openHouse()
  lin = await house.a.member({ handle: 'lin' })
  dana = await house.a.member({ handle: 'dana' })
  things = standIn(house)
})
afterAll(async () => {
  decodersOf(house.ground).close()
  await house.close()
})

const ask = (url: string, init: RequestInit = {}) => serveFile(house.ground, new Request(`http://localhost:3000${url}`, init))
let shade = 0
async function picture(alt = ''): Promise<MediaId> {
  shade += 1
  return importPicture(house.ground, lin, await jpeg(700, 500, `#${String(shade).padStart(6, '0')}`), { alt })
}
const claim = (ids: MediaId[], subject: Subject, owner = lin, from?: Subject) =>
  house.ground.db.transaction((tx) =>
    claimMedia(
      tx,
      owner,
      ids.map((id) => ({ id })),
      subject,
      { from },
    ),
  )
const release = (subject: Subject) => house.ground.db.transaction((tx) => releaseMedia(tx, subject))
async function shown(subject: Subject): Promise<Picture[]> {
  return (await picturesOf(house.ground, house.ground.db.q, [subject])).get(subject.id) ?? []
}
const plainOf = (url: string) => url.split('?')[0] ?? ''

test('a public picture has a plain address that may be kept for ever and does nothing but show', async () => {
  const subject = things.make('public')
  await claim([await picture('a teapot')], subject)
  const [it] = await shown(subject)
  expect(it).toMatchObject({ alt: 'a teapot', width: 700, height: 500, moving: null })
  const url = it?.variants[0]?.url ?? ''
  expect(url).toMatch(/^\/media\/files\/[0-9a-f-]{36}\/320\.webp$/)
  const answer = await ask(url)
  expect(answer.status).toBe(200)
  const headers = Object.fromEntries(answer.headers)
  expect(headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(headers['content-length']).toBe(String(bytes.length))
  expect((await sharp(bytes).metadata()).width).toBe(320)
  expect((await ask(url, { headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(304)
  const head = await ask(url, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, String(bytes.length), 0])
  expect((await ask(url, { method: 'POST' })).status).toBe(405)
  for (const wrong of [
    '/media/files/x/320.webp',
    `${url}x`,
    url.replace('320.webp', '..%2f320.webp'),
    url.replace('320.webp', 'original'),
    '/media/files/00000000-0000-7000-8000-000000000000/320.webp',
  ])
    expect((await ask(wrong)).status).toBe(404)
})

test('a picture for some has an address that only this place can write, for this file, for an hour', async () => {
  const subject = things.make('private')
  await claim([await picture()], subject)
  const variants = (await shown(subject))[0]?.variants ?? []
  const url = variants[0]?.url ?? ''
  const answer = await ask(url)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, max-age=600'])
  const other = variants[1]?.url ?? ''
  const stolen = plainOf(other) + url.slice(plainOf(url).length)
  const later = url.replace(/until=(\d+)/, (_all, until) => `until=${Number(until) + 60}`)
  for (const wrong of [plainOf(url), stolen, later, url.slice(0, -2), `${plainOf(url)}?until=99999999999&sign=`]) expect((await ask(wrong)).status).toBe(404)
  house.clock.move(HOUR + SECOND)
  expect((await ask(url)).status).toBe(404)
  expect((await ask((await shown(subject))[0]?.variants[0]?.url ?? '')).status).toBe(200)
})

test('what nobody has shown yet is for its owner, by a signed address', async () => {
  const id = await picture()
  const { json } = await house.as('lin').get(`/media/${id}`)
  const url = json.picture.variants[0].url
  expect((await ask(url)).status).toBe(200)
  expect((await ask(plainOf(url))).status).toBe(404)
  for (const stranger of ['dana', null]) expect([401, 404]).toContain((await house.as(stranger).get(`/media/${id}`)).status)
})

test('when the note is gone or no longer public, its pictures are gone within a minute, and then their files', async () => {
  const gone = things.make('public')
  const released = things.make('public')
  const bytes = await jpeg(640, 400, '#7db5a4')
  const ids = [await picture(), await importPicture(house.ground, lin, bytes)]
  await claim([ids[0] as MediaId], gone)
  await claim([ids[1] as MediaId], released)
  const twin = await importPicture(house.ground, dana, bytes)
  const [a, b, c] = await Promise.all([shown(gone), shown(released), picturesById(house.ground, house.ground.db.q, [twin])])
  const urls = [a[0]?.variants[0]?.url ?? '', b[0]?.variants[0]?.url ?? '']
  for (const url of urls) expect((await ask(url)).status).toBe(200)
  things.remove(gone)
  await release(released)
  house.clock.move(30 * SECOND)
  for (const url of urls) expect((await ask(url)).status).toBe(404)

  const files = async () => (await keysOf(house)).length
  const before = await files()
  await sweepStorage(house.ground)
  // Another member's picture has the same bytes: the files stay until that one goes as well.
  expect((await ask(c.get(twin)?.variants[0]?.url ?? '')).status).toBe(200)
  expect(await files()).toBe(before)
  expect((await house.as('dana').delete(`/media/${twin}`)).status).toBe(204)
  await sweepStorage(house.ground)
  expect(await files()).toBe(before - 2)
})

test('claims keep their order, drop what is left out, and take nobody else’s', async () => {
  const note = things.make('public')
  const [a, b, c] = [await picture('a'), await picture('b'), await picture('c')]
  await expect(claim([a], note, dana)).rejects.toMatchObject({ code: 'media-unknown' })
  await claim([c, a, b], note)
  expect((await shown(note)).map(({ alt }) => alt)).toEqual(['c', 'a', 'b'])
  await expect(claim([a], things.make('public'))).rejects.toMatchObject({ code: 'media-taken' })
  await claim([b, c], note)
  expect((await shown(note)).map(({ alt }) => alt)).toEqual(['b', 'c'])
  expect((await house.as('lin').get(`/media/${a}`)).status).toBe(404)
  const published = things.make('public')
  await claim([b], published, lin, note)
  expect((await shown(published)).map(({ alt }) => alt)).toEqual(['b'])
  expect((await house.as('lin').delete(`/media/${b}`)).status).toBe(404)
  const covers = await picturesOf(house.ground, house.ground.db.q, [note, published], { first: true })
  expect([...covers.values()].map((list) => list.length)).toEqual([1, 1])
})

test('two notes that claim one picture at the same time: one has it', async () => {
  const id = await picture()
  const outcomes = await Promise.allSettled([claim([id], things.make('public')), claim([id], things.make('public'))])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the owner describes a picture; a description that is too long is refused', async () => {
  const id = await picture()
  const answer = await house.as('lin').patch(`/media/${id}`, { alt: ' 一把茶壶 ', focal: { x: 0.25, y: 1 } })
  expect(answer.json).toMatchObject({ alt: '一把茶壶', focal: { x: 0.25, y: 1 } })
  expect((await house.as('lin').patch(`/media/${id}`, { alt: 'x'.repeat(1501) })).status).toBe(422)
  expect((await house.as('lin').patch(`/media/${id}`, { focal: { x: 2, y: 0 } })).status).toBe(400)
  expect((await house.as('dana').patch(`/media/${id}`, { alt: 'mine' })).status).toBe(404)
})

test('where reading is for members only, no picture has a plain address', async () => {
  const subject = things.make('public')
  await claim([await picture()], subject)
  Object.assign(house.ground.config, { PUBLIC_READING: 'off' })
  try {
    house.clock.move(30 * SECOND)
    const url = (await shown(subject))[0]?.variants[0]?.url ?? ''
    expect((await ask(url)).status).toBe(200)
    expect((await ask(plainOf(url))).status).toBe(404)
  } finally {
    Object.assign(house.ground.config, { PUBLIC_READING: 'on' })
  }
})
