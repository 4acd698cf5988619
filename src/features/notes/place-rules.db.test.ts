import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bodyOf, jpeg } from '#features/media/media.harness.ts'
import { receiveBody } from '#features/media/receive-body.ts'
import { leave } from '#features/people/leave.ts'
import { DAY, HOUR } from '#ground/clock/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { archive } from './archive.ts'
import { showDuePlaces } from './place-rules.ts'
import { publishDue } from './publish-draft.ts'

/** A place tells nobody when its author was there, nor where they live (security V4). */
let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei']) await house.a.member({ handle })
  await house.as('dana').put(`/actors/${(await house.viewer('lin')).id}/follow`)
})
beforeEach(async () => {
  await rules({ wait: 'none', never: [] })
})
afterAll(() => house.close())

const rules = (body: object) => house.as('lin').patch('/me/places', body)
const write = async (more: object = {}) => {
  const { json } = await house.as('lin').post('/notes', { title: 'Steam over the bridge', body: 'Early.', visibility: 'public', placeId: 'osaka', ...more })
  await house.settle()
  return json
}
const see = async (id: string, as: string | null = 'lin') => (await house.as(as).get(`/notes/${id}`)).json
const edit = async (id: string, change: object) => (await house.as('lin').patch(`/notes/${id}`, change)).json
async function pass(ms: number): Promise<void> {
  house.clock.move(ms)
  await showDuePlaces(house.ground)
  await house.settle()
}
const within = (days: number) => new Date(house.clock.now().getTime() + days * DAY).toISOString()
/** Lists that know places, for a visitor: those the note stands in. */
async function listsWith(id: string, place = 'osaka'): Promise<string[]> {
  const lists = [`/feeds/nearby?placeId=${place}`, `/places/${place}/notes`, `/search?q=steam&place=${place}`, `/search?q=steam&place=jp`]
  const answers = await Promise.all(lists.map(async (path) => [path, JSON.stringify((await house.as(null).get(path)).json)] as const))
  return answers.filter(([, text]) => text.includes(id)).map(([path]) => path.split('?')[0] ?? '')
}

test('at once is how it is unless one says otherwise, and only oneself is told', async () => {
  expect((await house.as('dana').get('/me/places')).json).toEqual({ wait: 'none', never: [], shownAs: null })
  const note = await write()
  expect(note).toMatchObject({ place: { id: 'osaka' }, placeLater: null })
  expect(await listsWith(note.id)).toEqual(['/feeds/nearby', '/places/osaka/notes', '/search', '/search'])
  expect((await house.as(null).get('/me/places')).status).toBe(401)
  expect((await rules({ never: ['atlantis'] })).json.type).toBe('/problems/place-unknown')
  expect((await house.as('lin').get('/me/places?placeId=atlantis')).json.type).toBe('/problems/place-unknown')
  expect((await rules({ never: Array(11).fill('osaka') })).status).toBe(400)
})

test('a place that waits is told to its author alone, in no list and no answer, until its day; then everywhere, once', async () => {
  await rules({ wait: 'day' })
  const note = await write({ coauthors: ['mei'] })
  await house.as('mei').put(`/notes/${note.id}/coauthors/me`)
  await house.settle()
  expect(note).toMatchObject({ place: null, placeLater: { place: { id: 'osaka' }, at: within(1) } })
  const answersToOthers = async () => {
    const paths = [
      `/notes/${note.id}`,
      `/notes/${note.id}/history`,
      `/notes/${note.id}/why`,
      '/actors/lin',
      '/actors/lin/notes',
      '/feeds/discover',
      '/feeds/following',
      '/search?q=steam',
    ]
    const answers = await Promise.all([null, 'dana', 'mei'].flatMap((who) => paths.map((path) => house.as(who).get(path))))
    return JSON.stringify(answers.map(({ json }) => json))
  }
  await pass(23 * HOUR)
  expect(await answersToOthers()).not.toMatch(/osaka|placeLater":\{/i)
  expect(await listsWith(note.id)).toEqual([])
  const edited = (await see(note.id, null)).editedAt
  house.clock.move(2 * HOUR)
  await Promise.all([showDuePlaces(house.ground), showDuePlaces(house.ground), showDuePlaces(house.ground)])
  const { rows: told } = await sql`select id from events where name = 'note.edited' and key = ${note.id}`.execute(house.ground.db.q)
  expect(told).toHaveLength(1)
  await house.settle()
  expect(await see(note.id, null)).toMatchObject({ place: { id: 'osaka' }, placeLater: null, editedAt: edited })
  expect(await listsWith(note.id)).toEqual(['/feeds/nearby', '/places/osaka/notes', '/search', '/search'])
  expect(await see(note.id)).toMatchObject({ placeLater: null })
})

test('a run that dies between the place and the word of it has done neither', async () => {
  await rules({ wait: 'week' })
  const note = await write()
  house.clock.move(8 * DAY)
  const dies = { ...house.ground, outbox: { ...house.ground.outbox, announce: () => Promise.reject(new Error('killed')) } }
  await expect(showDuePlaces(dies)).rejects.toThrow('killed')
  expect(await see(note.id)).toMatchObject({ place: null, placeLater: { place: { id: 'osaka' } } })
  await pass(0)
  expect(await see(note.id)).toMatchObject({ place: { id: 'osaka' }, placeLater: null })
})

test('another place takes the day of the one that waited; taken off, none comes; words alone change nothing of it', async () => {
  await rules({ wait: 'day' })
  const note = await write()
  const day = note.placeLater.at
  await pass(HOUR)
  expect(await edit(note.id, { title: 'Steam under the bridge' })).toMatchObject({ place: null, placeLater: { place: { id: 'osaka' }, at: day } })
  expect(await edit(note.id, { placeId: 'kobe' })).toMatchObject({ place: null, placeLater: { place: { id: 'kobe' }, at: day } })
  const other = await write()
  expect(await edit(other.id, { placeId: null })).toMatchObject({ place: null, placeLater: null })
  await pass(2 * DAY)
  expect(await see(note.id, null)).toMatchObject({ place: { id: 'kobe' } })
  expect(await see(other.id, null)).toMatchObject({ place: null })
  // The day after it was published has passed: a place given now is nobody's trail.
  expect(await edit(other.id, { placeId: 'kobe' })).toMatchObject({ place: { id: 'kobe' }, placeLater: null })
})

test('a place chosen anew waits from when the note was published, and the one before is gone at once', async () => {
  const note = await write()
  await rules({ wait: 'day' })
  await pass(HOUR)
  expect(await edit(note.id, { body: 'Late.', placeId: 'osaka' })).toMatchObject({ place: { id: 'osaka' } })
  expect(await edit(note.id, { placeId: 'kobe' })).toMatchObject({
    place: null,
    placeLater: { place: { id: 'kobe' }, at: new Date(Date.parse(note.publishedAt) + DAY).toISOString() },
  })
  await house.settle()
  expect(await listsWith(note.id)).toEqual([])
})

test('another choice holds for notes from then on: what waits keeps the day that was said', async () => {
  await rules({ wait: 'week' })
  const note = await write()
  await rules({ wait: 'none' })
  await pass(2 * DAY)
  expect(await see(note.id)).toMatchObject({ place: null, placeLater: { at: note.placeLater.at } })
  expect(await write()).toMatchObject({ place: { id: 'osaka' } })
  await pass(6 * DAY)
  expect(await see(note.id)).toMatchObject({ place: { id: 'osaka' } })
})

test('deleted, no place is kept; private, it waits as before; archived, nothing is told', async () => {
  await rules({ wait: 'day' })
  const [gone, own, put] = [await write(), await write(), await write()]
  await house.as('lin').delete(`/notes/${gone.id}`)
  await edit(own.id, { visibility: 'self' })
  await house.as('lin').put(`/notes/${put.id}/archive`)
  await house.settle()
  const waiting = await house.ground.db.q.selectFrom('waiting_places').select('note_id').execute()
  expect(waiting.map((row) => row.note_id).sort()).toEqual([own.id, put.id].sort())
  await pass(2 * DAY)
  expect(await see(own.id)).toMatchObject({ visibility: 'self', place: { id: 'osaka' } })
  expect(await listsWith(own.id)).toEqual([])
  expect(await listsWith(put.id)).toEqual([])
  await house.as('lin').delete(`/notes/${put.id}/archive`)
  await house.settle()
  expect(await listsWith(put.id)).toHaveLength(4)
  // A note for oneself that is opened early waits on.
  const soon = await write({ visibility: 'self' })
  expect(await edit(soon.id, { visibility: 'public' })).toMatchObject({ place: null, placeLater: { place: { id: 'osaka' } } })
})

test('what waits for its pictures or its hour waits a whole day from when it is published', async () => {
  await rules({ wait: 'day' })
  const media = await receiveBody(house.ground, await house.viewer('lin'), bodyOf(await jpeg(90, 60)))
  const note = (await house.as('lin').post('/notes', { title: 'Late pictures', visibility: 'public', placeId: 'osaka', pictures: [{ id: media }] })).json
  expect(note).toMatchObject({ state: 'processing', place: null })
  house.clock.move(30 * HOUR)
  await showDuePlaces(house.ground)
  expect(await see(note.id)).toMatchObject({ state: 'processing', place: null })
  await house.settle()
  expect(await see(note.id)).toMatchObject({ state: 'published', place: null, placeLater: { at: within(1) } })
  const scheduledFor = within(3)
  await house.as('lin').post('/drafts', { content: { title: 'At noon', visibility: 'public', placeId: 'osaka' }, scheduledFor })
  house.clock.move(3 * DAY)
  await publishDue(house.ground)
  const { id } = (await house.as('lin').get('/actors/lin/notes')).json.items[0]
  expect(await see(id)).toMatchObject({ title: 'At noon', place: null, placeLater: { at: within(1) } })
})

test('a place that is never shown becomes the next larger one outside it, or none, when a note is written and when it is edited', async () => {
  const before = await write({ placeId: 'kobe' })
  await rules({ never: ['kobe'] })
  expect((await house.as('lin').get('/me/places?placeId=kobe')).json).toMatchObject({ never: [{ id: 'kobe' }], shownAs: { id: 'jp-28' } })
  expect((await house.as('lin').get('/me/places?placeId=osaka')).json.shownAs.id).toBe('osaka')
  expect((await write({ placeId: 'kobe' })).place.id).toBe('jp-28')
  expect((await write()).place.id).toBe('osaka')
  expect((await see(before.id, null)).place.id).toBe('kobe')
  expect((await edit(before.id, { body: 'Edited.' })).place.id).toBe('jp-28')
  await house.settle()
  expect(await listsWith(before.id, 'kobe')).toEqual(['/search'])
  await rules({ never: ['jp-28'] })
  expect((await write({ placeId: 'kobe' })).place.id).toBe('jp')
  await rules({ never: ['osaka', 'jp'] })
  expect((await write()).place).toBeNull()
  expect((await house.as('lin').get('/me/places?placeId=osaka')).json.shownAs).toBeNull()
  expect((await house.as('dana').post('/notes', { title: 'Not mine', placeId: 'osaka' })).json.place.id).toBe('osaka')
})

test('the next larger place is none that only repeats the name', async () => {
  await rules({ never: ['osaka', 'singapore'] })
  expect((await write()).place.id).toBe('jp')
  expect((await write({ placeId: 'singapore' })).place).toBeNull()
})

test('a place that is marked while it waits comes as the larger one', async () => {
  await rules({ wait: 'day' })
  const note = await write({ placeId: 'kobe' })
  await rules({ never: ['kobe'] })
  expect((await see(note.id)).placeLater.place.id).toBe('jp-28')
  await pass(2 * DAY)
  expect((await see(note.id, null)).place.id).toBe('jp-28')
})

test('the place of a profile is shown as it is unless it is marked; its member goes on seeing it, and Nearby from there', async () => {
  await house.as('lin').patch('/profile', { placeId: 'osaka' })
  const place = async (as: string | null) => (await house.as(as).get('/actors/lin')).json.place?.id
  await rules({ wait: 'week', never: ['kobe'] })
  expect(await place(null)).toBe('osaka')
  await rules({ never: ['osaka'] })
  expect([await place(null), await place('dana'), await place('lin')]).toEqual(['jp', 'jp', 'osaka'])
  expect((await house.as('lin').get('/feeds/nearby')).status).toBe(200)
})

test('rules and places that wait go out with the archive and go away with the member', async () => {
  await house.a.member({ handle: 'kai' })
  const kai = await house.viewer('kai')
  await house.as('kai').patch('/me/places', { wait: 'day', never: ['kobe'] })
  const note = (await house.as('kai').post('/notes', { title: 'Mine', visibility: 'public', placeId: 'osaka' })).json
  const part = async (name: string) => {
    const items: object[] = []
    for await (const item of archive[name]?.export(house.ground.db.q, kai.id) ?? []) items.push(item)
    return items
  }
  expect(await part('placeRules')).toEqual([{ wait: 'day', never: ['kobe'] }])
  expect(await part('notes')).toMatchObject([{ id: note.id, placeId: null, placeLater: { placeId: 'osaka' } }])
  await leave(house.ground, kai.id)
  await house.settle()
  expect(await part('placeRules')).toEqual([{ wait: 'none', never: [] }])
  expect(await house.ground.db.q.selectFrom('waiting_places').select('note_id').where('note_id', '=', note.id).execute()).toEqual([])
})
