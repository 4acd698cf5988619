import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.ts'

/** Two who signed up alike and do alike, but for their answer: 16 or older, or younger (V5). */
let house: TestHouse
const id: Record<string, string> = {}
const byDefault: Record<string, string> = {}
const PEOPLE = { oldmarten: true, youngmarten: false }
const wordOf = (handle: string) => `${handle}lantern`

async function signUp(handle: string, adult: boolean): Promise<void> {
  const body = JSON.stringify({ handle, name: handle, languages: ['en'], adult, password: 'paper plane accident' })
  const headers = { 'content-type': 'application/json', origin: house.ground.config.origin }
  const answer = await house.api.fetch(new Request(`${house.ground.config.origin}/-/api/members`, { method: 'POST', headers, body }), { address: '127.0.0.1' })
  expect(answer.status, await answer.clone().text()).toBe(201)
}

beforeAll(async () => {
  house = await openHouse({ REGISTRATION: 'open' })
  for (const handle of ['host', 'dana']) await house.a.member({ handle, role: handle === 'host' ? 'admin' : 'member' })
  for (const [handle, adult] of Object.entries(PEOPLE)) {
    await signUp(handle, adult)
    const me = house.as(handle)
    id[handle] = (await me.get('/session')).json.viewer.id
    const note = { kind: 'text', title: `The ${wordOf(handle)} by the river`, body: 'Seen on the way home.', topics: ['punk'] }
    byDefault[handle] = (await me.post('/notes', note)).json.visibility
    // Even what they show to all on purpose is found only by who looks at them.
    expect((await me.post('/notes', { ...note, placeId: 'osaka', visibility: 'public' })).status).toBe(201)
    expect((await me.patch('/profile', { bio: `I keep one ${wordOf(handle)}.`, placeId: 'osaka' })).status).toBe(200)
    expect((await me.post('/boards', { name: `${wordOf(handle)} board` })).status).toBe(201)
  }
  await house.settle()
})
afterAll(() => house.close())

test('who is younger has a locked account, and what they write is for their followers unless they say otherwise', async () => {
  expect(byDefault).toEqual({ oldmarten: 'public', youngmarten: 'followers' })
  const locked = async (handle: string) => (await house.as(null).get(`/actors/${handle}`)).json.locked
  expect([await locked('oldmarten'), await locked('youngmarten')]).toEqual([false, true])
  expect((await house.as('dana').put(`/actors/${id.youngmarten}/follow`)).status).toBeLessThan(300)
  expect((await house.as('dana').get('/actors/youngmarten')).json.relation).toMatchObject({ following: false, pending: true })
})

const ASKED: [string, (handle: string) => string][] = [
  ['Nearby', () => '/feeds/nearby?placeId=osaka&limit=40'],
  ['Nearby from the next city', () => '/feeds/nearby?placeId=kobe&limit=40'],
  ['the page of a place', () => '/places/osaka/notes?limit=40'],
  ['search', (handle) => `/search?q=${wordOf(handle)}`],
  ['search for people', (handle) => `/search?kind=person&q=${handle}`],
  ['search for people by what they say', (handle) => `/search?kind=person&q=${wordOf(handle)}`],
  ['search for boards', (handle) => `/search?kind=board&q=${wordOf(handle)}`],
  ['suggestions of search', (handle) => `/search/suggestions?q=${handle}`],
  ['suggestions of people', (handle) => `/actors/suggestions?q=${handle}`],
]
test.each(ASKED)('%s: has who is older, not who is younger', async (_name, pathOf) => {
  for (const reader of ['dana', null])
    for (const handle of Object.keys(PEOPLE)) {
      const { status, json } = await house.as(reader).get(pathOf(handle))
      if (status === 401) continue
      expect([reader, handle, JSON.stringify(json.items).includes(handle)]).toEqual([reader, handle, handle === 'oldmarten'])
    }
})

test('the count of a search leaves out who is younger', async () => {
  const count = async (handle: string) => (await house.as('dana').get(`/search/count?q=${wordOf(handle)}`)).json.count
  expect([await count('oldmarten'), await count('youngmarten')]).toEqual([2, 0])
})
