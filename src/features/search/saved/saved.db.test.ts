import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import type { Job } from '#ground/jobs/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

const DAY = 86_400_000
let house: TestHouse
const id: Record<string, ActorId> = {}

const write = async (by: string, input: object) => {
  house.clock.move(60_000)
  const { status, json } = await house.as(by).post('/notes', { kind: 'text', visibility: 'public', ...input })
  expect(status, JSON.stringify(json)).toBe(201)
  await house.settle()
  return json.id as string
}
const saved = async (who: string) => (await house.as(who).get('/saved-searches')).json.items
const notices = async (who: string) => (await house.as(who).get('/notices')).json.items.filter((one: { kind: string }) => one.kind === 'search')
/** What the clock would start, then everything that comes of it. */
const look = async () => {
  const job = (house.ground.allJobs as Job[]).find(({ name }) => name === 'search.saved')
  await job?.run({}, new AbortController().signal)
  await house.settle()
}

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'kai']) id[handle] = await house.a.member({ handle, name: handle })
})
beforeEach(async () => {
  for (const who of ['lin', 'kai']) for (const one of await saved(who)) await house.as(who).delete(`/saved-searches/${one.id}`)
})
afterAll(() => house.close())

test('a search is saved once, listed, and taken away by its member alone', async () => {
  const { json: first } = await house.as('lin').post('/saved-searches', { q: 'vinyl', filters: { language: 'en' } })
  await house.as('lin').post('/saved-searches', { q: 'vinyl', filters: { language: 'en' } })
  expect(await saved('lin')).toEqual([expect.objectContaining({ id: first.id, q: 'vinyl', filters: { language: 'en' }, url: '/search?q=vinyl&language=en' })])
  expect(await saved('dana')).toEqual([])
  expect((await house.as('dana').delete(`/saved-searches/${first.id}`)).status).toBe(404)
  expect((await house.as('lin').delete(`/saved-searches/${first.id}`)).status).toBe(204)
  expect(await saved('lin')).toEqual([])
  expect((await house.as(null).get('/saved-searches')).status).toBe(401)
})

test('twenty are kept, no more, however fast they come', async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => house.as('kai').post('/saved-searches', { q: `word ${i}` })))
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(20)
  expect(answers.find(({ status }) => status === 422)?.json.type).toBe('/problems/searches-full')
  expect(await saved('kai')).toHaveLength(20)
})

test('new notes are told once a day, with who wrote them, and never again', async () => {
  await write('dana', { title: 'A gramophone of old', body: 'Before anybody looked for it.' })
  await house.as('lin').post('/saved-searches', { q: 'gramophone' })
  await write('dana', { title: 'The gramophone, mended', body: 'It plays.' })
  await write('mei', { title: 'Another gramophone', body: 'It does not.' })
  await write('lin', { title: 'My own gramophone', body: 'Mine.' })
  await look()
  expect(await notices('lin'), 'not before a day has gone').toEqual([])
  house.clock.move(DAY + 600_000)
  await look()
  await look()
  const [notice, ...others] = await notices('lin')
  expect(others).toEqual([])
  expect(notice).toMatchObject({ url: '/search?q=gramophone', excerpt: 'gramophone', count: 2, unread: true })
  expect(notice.actors.map(({ handle }: { handle: string }) => handle).sort()).toEqual(['dana', 'mei'])
  house.clock.move(2 * DAY)
  await look()
  expect(await notices('lin')).toHaveLength(1)
  await write('mei', { title: 'A third gramophone', body: 'At last.' })
  house.clock.move(DAY + 600_000)
  await look()
  expect(await notices('lin')).toHaveLength(2)
})

test('what its member may not read, and what answers only a part, is not told', async () => {
  await house.as('kai').post('/saved-searches', { q: 'zither lesson' })
  await house.as('dana').put(`/actors/${id.kai}/block`)
  await write('dana', { title: 'A zither lesson', body: 'From somebody who blocked.' })
  await write('mei', { title: 'A zither lesson', body: 'For followers.', visibility: 'followers' })
  await write('mei', { title: 'A zither', body: 'Without anything else.' })
  house.clock.move(DAY + 600_000)
  await look()
  expect(await notices('kai')).toEqual([])
})

test('one search that cannot be looked for keeps nobody else’s waiting', async () => {
  await house.as('kai').post('/saved-searches', { q: 'theremin' })
  house.clock.move(1000)
  await house.as('lin').post('/saved-searches', { q: 'theremin' })
  await write('mei', { title: 'A theremin in the rain', body: 'It sings.' })
  house.clock.move(DAY + 600_000)
  const note = house.ground.house.subjects.get('note')
  if (!note) throw new Error('no notes')
  house.ground.house.subjects.set('note', {
    ...note,
    readable: (db, viewer, ids) =>
      viewer.kind === 'member' && viewer.handle === 'kai' ? Promise.reject(new Error('too slow')) : note.readable(db, viewer, ids),
  })
  await look()
  house.ground.house.subjects.set('note', note)
  expect([(await notices('lin')).length > 0, await notices('kai')]).toEqual([true, []])
  await look()
  expect(await notices('kai'), 'it was not passed over for good').toHaveLength(1)
})
