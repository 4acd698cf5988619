import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPicture } from '#features/media/index.ts'
import { addTerm } from '#features/moderation/change-terms.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'], locale: 'zh-Hans' })
  for (const handle of ['dana', 'mei']) await house.a.member({ handle })
})
afterAll(() => house.close())

let shade = 0
async function picture(handle: string): Promise<string> {
  shade += 1
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: { r: shade % 255, g: 80, b: 40 } } })
    .png()
    .toBuffer()
  return importPicture(house.ground, (await house.viewer(handle)).id, bytes, { alt: 'a square' })
}
const events = async (name: string, noteId: string) =>
  (
    await house.ground.db.q
      .selectFrom('events' as never)
      .selectAll()
      .where('name' as never, '=', name as never)
      .where('key' as never, '=', noteId as never)
      .execute()
  ).length

test('a photo note is published with its pictures, topics, people, place and text, and reads so', async () => {
  const pictures = [{ id: await picture('lin') }, { id: await picture('lin'), alt: '第二张' }]
  const answer = await house.as('lin').post('/notes', {
    title: '红烧肉',
    body: '小火慢炖。#朋克 @dana',
    topics: ['punk', 'cooking'],
    pictures,
    placeId: 'chengdu',
    visibility: 'public',
    layers: [{ language: 'en', title: 'Red braised pork', body: 'Low heat.' }],
  })
  expect(answer.status).toBe(201)
  expect(answer.json).toMatchObject({
    kind: 'photo',
    title: '红烧肉',
    language: 'zh-Hans',
    pictureCount: 2,
    state: 'published',
    mine: true,
    visibility: 'public',
    revision: 1,
    coauthors: [],
    likeCount: 0,
  })
  expect(answer.json.pictures.map((one: { alt: string }) => one.alt)).toEqual(['a square', '第二张'])
  expect(answer.json.place).toMatchObject({ id: 'chengdu' })
  expect(answer.json.topics.map((one: { id: string }) => one.id)).toEqual(['punk', expect.any(String)])
  expect(answer.json.text.original.html).toContain('href="/@dana"')
  const read = await house.as('dana').get(`/notes/${answer.json.id}`)
  expect(read.json).toMatchObject({
    title: 'Red braised pork',
    language: 'en',
    originalLanguage: 'zh-Hans',
    origin: 'author',
    mine: false,
    cover: { alt: 'a square' },
  })
  expect(await events('note.published', answer.json.id)).toBe(1)
})

test('what a picture is said to show is held against the host’s lists, wherever others would read it', async () => {
  await house.a.member({ handle: 'host', role: 'admin' })
  await addTerm(house.ground, await house.viewer('host'), { kind: 'word', term: 'rutabaga', note: '' })
  const lin = house.as('lin')
  const id = await picture('lin')
  const alt = 'a rutabaga on a plate'
  const draft = await lin.post('/drafts', { content: { title: 'roots', pictures: [{ id, alt }] } })
  expect(draft.json.pictures).toMatchObject([{ id, alt }])
  const open = (await lin.post('/notes', { title: 'open', pictures: [{ id: await picture('lin') }] })).json.id
  for (const answer of [
    await lin.post(`/drafts/${draft.json.id}/publish`),
    await lin.post('/notes', { title: 'roots', draftId: draft.json.id, pictures: [{ id }] }),
    await lin.post('/notes', { title: 'roots', pictures: [{ id: await picture('lin'), alt }] }),
    await lin.patch(`/notes/${open}`, { pictures: [{ id: await picture('lin'), alt }] }),
    await lin.post(`/notes/${open}/comments`, { body: 'look', pictureId: await picture('lin'), alt }),
    await lin.patch(`/media/${await picture('lin')}`, { alt }),
  ])
    expect(answer.json).toMatchObject({ type: '/problems/forbidden-word', facts: { word: 'rutabaga' } })
  expect((await lin.post('/notes', { title: 'roots', draftId: draft.json.id, pictures: [{ id, alt: 'a root' }] })).status).toBe(201)
})

test('a text note needs a title, a picture note does not', async () => {
  const lin = house.as('lin')
  expect((await lin.post('/notes', { body: 'no title' })).json).toMatchObject({ type: '/problems/title-needed', field: 'title' })
  expect((await lin.post('/notes', { kind: 'photo', title: 'no picture' })).json.type).toBe('/problems/pictures-needed')
  expect((await lin.post('/notes', { pictures: [{ id: await picture('lin') }] })).status).toBe(201)
})

test('lengths are counted in graphemes', async () => {
  const dana = house.as('dana')
  expect((await dana.post('/notes', { title: '👩‍🍳'.repeat(60) })).status).toBe(201)
  expect((await dana.post('/notes', { title: '肉'.repeat(61) })).json.type).toBe('/problems/title-length')
  expect((await dana.post('/notes', { title: 'long', body: 'e\u0301'.repeat(5_001) })).json.type).toBe('/problems/body-length')
  expect((await dana.post('/notes', { title: 'w', warning: 'x'.repeat(121) })).json.type).toBe('/problems/warning-length')
})

test('pictures must be one’s own, and one picture belongs to one note', async () => {
  const mine = await picture('dana')
  expect((await house.as('lin').post('/notes', { pictures: [{ id: mine }] })).json.type).toBe('/problems/media-unknown')
  expect((await house.as('dana').post('/notes', { pictures: [{ id: mine }] })).status).toBe(201)
  expect((await house.as('dana').post('/notes', { pictures: [{ id: mine }] })).json.type).toBe('/problems/media-taken')
  const nineteen = Array.from({ length: 19 }, () => ({ id: '019a0000-0000-7000-8000-000000000000' }))
  expect((await house.as('dana').post('/notes', { pictures: nineteen })).json.type).toBe('/problems/pictures-count')
})

test('what cannot be: unknown place, unknown co-author, eleven topics, a forbidden word; nothing is left behind', async () => {
  const lin = house.as('lin')
  const count = async () => (await house.ground.db.q.selectFrom('layers').select('id').where('title', '=', 'nothing stays').execute()).length
  expect((await lin.post('/notes', { title: 'nothing stays', placeId: 'atlantis' })).json.type).toBe('/problems/place-unknown')
  expect((await lin.post('/notes', { title: 'nothing stays', coauthors: ['nobody_here'] })).json).toMatchObject({
    type: '/problems/coauthor-unknown',
    facts: { handle: 'nobody_here' },
  })
  const body = Array.from({ length: 11 }, (_, i) => `#unheard${'abcdefghijk'[i]}`).join(' ')
  expect((await lin.post('/notes', { title: 'nothing stays', body })).json.type).toBe('/problems/topics-count')
  expect((await lin.post('/notes', { title: 'nothing stays', layers: [{ language: 'nonsense!', title: 'x' }] })).status).toBe(400)
  expect(await count()).toBe(0)
})

test('the same Idempotency-Key gives the same note, also at once from ten sides', async () => {
  const keyed = (key: string, title: string) => house.as('dana').post('/notes', { title, visibility: 'public' }, { 'idempotency-key': key })
  const answers = await Promise.all(Array.from({ length: 10 }, () => keyed('k1', 'only once')))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
  const ids = new Set(answers.map(({ json }) => json.id))
  expect(ids.size).toBe(1)
  expect((await keyed('k1', 'another text')).json).toMatchObject({ id: [...ids][0], title: 'only once' })
  expect((await keyed('k2', 'only once')).json.id).not.toBe([...ids][0])
  expect(await events('note.published', [...ids][0] ?? '')).toBe(1)
  const other = await house.as('mei').post('/notes', { title: 'mine' }, { 'idempotency-key': 'k1' })
  expect(ids.has(other.json.id)).toBe(false)
})

test('a locked account’s note is for followers unless said otherwise', async () => {
  await house.ground.db.q.updateTable('actors').set({ locked: true }).where('handle', '=', 'mei').execute()
  expect((await house.as('mei').post('/notes', { title: 'quiet' })).json.visibility).toBe('followers')
  expect((await house.as('mei').post('/notes', { title: 'loud', visibility: 'public' })).json.visibility).toBe('public')
})

test('tiles keep their order and leave out what is not for this reader', async () => {
  const { tilesFor } = await import('./tiles.ts')
  const first = await house.a.note('lin', { title: 'first' })
  const hidden = await house.a.note('lin', { title: 'hidden', visibility: 'self' })
  const second = await house.a.note('dana', { title: 'second' })
  const tiles = await tilesFor(house.ground, await house.viewer('dana'), [second, hidden, first, '019a0000-0000-7000-8000-000000000000' as never, second])
  expect(tiles.map(({ title }) => title)).toEqual(['second', 'first', 'second'])
  expect(tiles[1]).toMatchObject({ author: { handle: 'lin' }, liked: false, saved: false, cover: null, url: `/@lin/${first}` })
})

test('an author’s notes page by page, newest first', async () => {
  await house.a.member({ handle: 'kai' })
  const ids: string[] = []
  for (let i = 0; i < 5; i += 1) {
    house.clock.move(1000)
    ids.unshift(await house.a.note('kai', { title: `note ${i}` }))
  }
  await house.a.note('kai', { title: 'for me', visibility: 'self' })
  const one = await house.as(null).get('/actors/kai/notes?limit=3')
  const two = await house.as(null).get(`/actors/kai/notes?limit=3&cursor=${one.json.next}`)
  expect([...one.json.items, ...two.json.items].map((tile: { id: string }) => tile.id)).toEqual(ids)
  expect(two.json.next).toBeNull()
  expect((await house.as(null).get('/actors/nobody_x/notes')).status).toBe(404)
})

test('similar notes share topics', async () => {
  const a = await house.a.note('lin', { title: 'a', topics: ['shoegaze', 'punk'] })
  const b = await house.a.note('dana', { title: 'b', topics: ['shoegaze'] })
  await house.a.note('dana', { title: 'secret', topics: ['shoegaze'], visibility: 'followers' })
  const similar = (await house.as('lin').get(`/notes/${a}/similar`)).json.items.map((tile: { title: string }) => tile.title)
  expect(similar).toContain('b')
  expect(similar).not.toContain('secret')
  expect(similar).not.toContain('a')
  expect((await house.as('lin').get(`/notes/${b}/similar`)).json.items.map((tile: { id: string }) => tile.id)).toContain(a)
})
