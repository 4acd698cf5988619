import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture } from '#features/media/index.ts'
import { startLeaving } from '#features/people/leave.ts'
import { FetchFailed } from '#ground/fetch/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { wholeScans } from '#tests/scans.ts'
import { peopleByPrefix } from './queries/people.ts'
import { profileOf } from './queries/profiles.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'kai']) id[handle] = await house.a.member({ handle })
  id.kid = await house.a.member({ handle: 'kid', minor: true })
})
afterAll(() => house.close())

const profile = async (handle: string, as: string | null = 'dana') => house.as(as).get(`/actors/${handle}`)

test('a member sets name, bio, place and pinned notes, and everybody sees them', async () => {
  const note = await house.a.note('lin', { title: 'Pinned' })
  const set = await house
    .as('lin')
    .patch('/profile', { name: 'Lin Wei', bio: 'I make dumplings on Sundays and write about them.', language: 'en', placeId: 'chengdu', pinned: [note] })
  expect(set.status).toBe(200)
  const { json } = await profile('@lin', null)
  expect(json).toMatchObject({
    handle: 'lin',
    name: 'Lin Wei',
    relation: null,
    locked: false,
    place: { name: 'Chengdu' },
    counts: { notes: 1, followers: 0, following: 0 },
  })
  expect(json.bio.original).toMatchObject({ language: 'en', body: 'I make dumplings on Sundays and write about them.' })
  expect(json.pinned.map((tile: { id: string }) => tile.id)).toEqual([note])
  expect((await profile('nobody')).status).toBe(404)
})

test('what is absent stays, what is empty goes', async () => {
  await house.as('lin').patch('/profile', { name: 'Lin' })
  expect((await profile('lin')).json).toMatchObject({ name: 'Lin', bio: { original: { body: 'I make dumplings on Sundays and write about them.' } } })
  await house.as('lin').patch('/profile', { bio: ' ', pinned: [] })
  expect((await profile('lin')).json).toMatchObject({ bio: null, pinned: [] })
})

test('limits are refused with the field they are about', async () => {
  const note = await house.a.note('mei')
  const refused = async (body: object) => {
    const { json } = await house.as('lin').patch('/profile', body)
    return json.type
  }
  expect(await refused({ bio: '字'.repeat(501) })).toBe('/problems/bio-length')
  expect(await refused({ bio: '👩‍👩‍👧'.repeat(500) })).toBeUndefined()
  expect(await refused({ name: '' })).toBe('/problems/name-length')
  expect(await refused({ links: [{ label: 'x', url: 'javascript:alert(1)' }] })).toBe('/problems/link-form')
  expect(await refused({ placeId: 'atlantis' })).toBe('/problems/place-unknown')
  expect(await refused({ pinned: [note] })).toBe('/problems/pinned-unknown')
})

test('what is pinned stays so while it is archived, and only its author is shown it then', async () => {
  const [kept, fresh] = [await house.a.note('dana'), await house.a.note('dana')]
  await house.as('dana').patch('/profile', { pinned: [kept] })
  await house.as('dana').put(`/notes/${kept}/archive`)
  expect((await house.as('dana').patch('/profile', { pinned: [fresh, kept] })).status).toBe(200)
  const shown = async (as: string | null) => (await profile('dana', as)).json.pinned.map((tile: { id: string }) => tile.id)
  expect([await shown('dana'), await shown(null)]).toEqual([[fresh, kept], [fresh]])
  const other = await house.a.note('dana')
  await house.as('dana').put(`/notes/${other}/archive`)
  expect((await house.as('dana').patch('/profile', { pinned: [other] })).json.type).toBe('/problems/pinned-unknown')
})

test('avatar and banner are claimed together; a new avatar leaves the banner', async () => {
  const paint = async (r: number) =>
    importPicture(
      house.ground,
      id.lin as ActorId,
      await sharp({ create: { width: 40, height: 40, channels: 3, background: { r, g: 9, b: 9 } } })
        .png()
        .toBuffer(),
    )
  const [avatarId, bannerId, second] = [await paint(10), await paint(20), await paint(30)]
  await house.as('lin').patch('/profile', { avatarId, bannerId })
  await house.settle()
  expect((await profile('lin')).json).toMatchObject({ banner: { id: bannerId }, avatar: { width: 40 } })
  const before = (await profile('lin')).json.avatar.url
  expect((await house.as('lin').get('/session')).json.viewer.avatar).toMatchObject({ url: before })
  await house.as('lin').patch('/profile', { avatarId: second })
  await house.settle()
  const { json } = await profile('lin')
  expect(json.banner.id).toBe(bannerId)
  expect(json.avatar.url).not.toBe(before)
  expect((await house.as('mei').patch('/profile', { avatarId: second })).json.type).toBe('/problems/media-unknown')
  expect((await house.as('lin').patch('/profile', { avatarId: null, bannerId: null })).json).toMatchObject({ avatar: null, banner: null })
})

test('a link is proved by the page that links back, and an unreachable page changes nothing', async () => {
  const pages: Record<string, string | null> = {
    'https://lin.example/': '<a rel="me" href="http://localhost:3000/@lin">me</a>',
    'https://other.example/': '<a href="http://localhost:3000/@lin">me</a>',
  }
  house.ground.fetch.get = async (url) => {
    const page = pages[url]
    if (page == null) throw new FetchFailed('away')
    return { status: 200, headers: new Headers({ 'content-type': 'text/html' }), url, body: new Uint8Array(), text: () => page, json: () => null }
  }
  const links = [
    { label: 'Home', url: 'https://lin.example' },
    { label: 'Other', url: 'https://other.example' },
  ]
  const proofs = async () => (await profile('lin')).json.links.map((link: { verifiedAt: string | null }) => link.verifiedAt)
  await house.as('lin').patch('/profile', { links })
  expect(await proofs()).toEqual([null, null])
  await house.settle()
  expect(await proofs()).toEqual(['2026-03-01T12:00:00.000Z', null])
  pages['https://lin.example/'] = null
  await house.as('lin').patch('/profile', { links })
  await house.settle()
  expect(await proofs()).toEqual(['2026-03-01T12:00:00.000Z', null])
  pages['https://lin.example/'] = '<p>moved</p>'
  await house.as('lin').patch('/profile', { links })
  await house.settle()
  expect(await proofs()).toEqual([null, null])
})

test('who was blocked does not find the profile, nor stands in lists; who blocked can still undo it', async () => {
  await house.as('kai').put(`/actors/${id.mei}/follow`)
  await house.as('lin').put(`/actors/${id.kai}/block`)
  expect((await profile('lin', 'kai')).status).toBe(404)
  expect((await profile('kai', 'lin')).json.relation).toMatchObject({ blocking: true })
  expect((await house.as('lin').get('/actors/mei/followers')).json.items).toEqual([])
  expect((await house.as('dana').get('/actors/mei/followers')).json.items).toMatchObject([{ handle: 'kai' }])
  expect((await house.as('kai').get('/actors/suggestions?q=li')).json.items).toEqual([])
  expect((await house.as('dana').get('/actors/suggestions?q=@li')).json.items).toMatchObject([{ handle: 'lin' }])
})

test('a locked account shows its lists to its followers only and asks before', async () => {
  await house.as('mei').patch('/profile', { locked: true })
  expect((await profile('mei')).json).toMatchObject({ locked: true, listsOpen: false })
  for (const side of ['followers', 'following']) for (const as of ['dana', null]) expect((await house.as(as).get(`/actors/mei/${side}`)).status).toBe(404)
  house.clock.move(1000)
  await house.as('dana').put(`/actors/${id.mei}/follow`)
  expect((await profile('mei')).json).toMatchObject({ relation: { pending: true, following: false }, listsOpen: false })
  await house.as('mei').put(`/follow-requests/${id.dana}`)
  expect((await profile('mei')).json).toMatchObject({ relation: { pending: false, following: true }, listsOpen: true, counts: { followers: 2 } })
  expect((await house.as('dana').get('/actors/mei/followers?limit=1')).json).toMatchObject({ items: [{ handle: 'dana' }], next: expect.any(String) })
})

test('people are found by name and handle, children are not', async () => {
  await house.settle()
  const found = async (q: string) =>
    (await house.as('dana').get(`/search?kind=person&q=${encodeURIComponent(q)}`)).json.items.map((one: { actor: { handle: string } }) => one.actor.handle)
  expect(await found('lin')).toEqual(['lin'])
  expect(await found('mei')).toEqual(['mei'])
  expect(await found('kid')).toEqual([])
  expect((await house.as('dana').get('/actors/suggestions?q=kid')).json.items).toEqual([])
})

test('people are suggested by how handle or name begins, whom one follows first, and not all are read for it', async () => {
  for (const handle of ['rosa', 'ros', 'roswitha']) id[handle] = await house.a.member({ handle })
  await house.as('roswitha').patch('/profile', { name: 'Ämilie' })
  await house.as('dana').put(`/actors/${id.roswitha}/follow`)
  const found = async (who: string | null, q: string) =>
    (await house.as(who).get(`/actors/suggestions?q=${encodeURIComponent(q)}`)).json.items.map((one: { handle: string }) => one.handle)
  expect(await found('dana', 'RO')).toEqual(['roswitha', 'ros', 'rosa'])
  expect(await found(null, '@ros')).toEqual(['ros', 'rosa', 'roswitha'])
  expect(await found(null, 'ämi')).toEqual(['roswitha'])
  expect(await found(null, 'r%')).toEqual([])
  const viewer = await house.viewer('dana')
  expect(await wholeScans(house, (tx) => peopleByPrefix(tx, viewer, 'ro', 8))).toEqual([])
})

test('who left is not there any more', async () => {
  await house.as('kai').patch('/profile', { bio: 'gone soon' })
  await house.ground.db.transaction((tx) => startLeaving(house.ground, tx, id.kai as ActorId))
  expect((await profile('kai')).status).toBe(404)
  await house.settle()
  expect(await profileOf(house.ground.db.q, id.kai as ActorId)).toMatchObject({ links: [], pinned: [] })
  expect((await house.as('mei').get('/actors/mei/followers')).json.items).toMatchObject([{ handle: 'dana' }])
})
