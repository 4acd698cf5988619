import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, HOUR, instant, MINUTE } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { feed } from '../index.ts'
import { actsOf } from './acts.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
const notes: NoteId[] = []
const READERS = ['ada', 'eve', 'ivy', 'uma', 'fay', 'gus']

const profile = (handle: string) => actsOf(house.ground.db.q, id[handle] as ActorId, 50)
const known = async (handle: string) =>
  (await house.as(handle).get('/me/acts?limit=80')).json.items as { noteId: string; kind: string; tile: { title: string } | null }[]
const page = async (handle: string) => (await house.as(handle).get('/feeds/discover?limit=40')).json as { served: string | null; items: { id: string }[] }
const slotOf = (from: { items: { id: string }[] }, note: number) => from.items.findIndex((item) => item.id === notes[note])

beforeAll(async () => {
  house = await openHouse()
  for (const handle of READERS) id[handle] = await house.a.member({ handle })
  // An author has two slots of a page at most.
  for (let i = 0; i < 6; i += 1) {
    const handle = `lin${i}`
    id[handle] = await house.a.member({ handle })
    house.clock.move(MINUTE)
    notes.push(await house.a.note(handle, { title: `Note number ${i}` }))
  }
  await house.settle()
})
afterAll(() => house.close())

/** One of everything, a minute apart from `hour` on, whatever time it was; without the act of kind `without`. */
async function doThings(handle: string, { hour = 13, without = '' } = {}): Promise<void> {
  house.clock.set(after(instant('2026-03-01T00:00:00Z'), hour * HOUR))
  const shown = await page(handle)
  const me = house.as(handle)
  const at = slotOf(shown, 0)
  const events = [
    [at, 'impression'],
    [at, 'open'],
    [at, 'dwell', 60],
    [at, 'finish'],
  ].filter(([, kind]) => kind !== without)
  const steps: [kind: string, work: () => Promise<{ status: number }>][] = [
    ['signals', () => me.post('/signals', { served: shown.served, events })],
    ['like', () => me.put(`/notes/${notes[1]}/like`)],
    ['save', () => me.put(`/notes/${notes[2]}/save`)],
    ['boost', () => me.put(`/notes/${notes[3]}/boost`)],
    ['comment', () => me.post(`/notes/${notes[4]}/comments`, { body: 'So true' })],
    ['less', () => me.put(`/notes/${notes[5]}/choices/less`)],
    ['tried', () => me.put(`/notes/${notes[1]}/choices/tried`)],
  ]
  for (const [kind, work] of steps) {
    if (kind !== without) expect((await work()).status, kind).toBeLessThan(300)
    house.clock.move(MINUTE)
  }
}

test('the engine knows what was done, wherever it lies, and the member is shown all of it', async () => {
  await doThings('ada')
  expect((await profile('ada')).map((act) => [notes.indexOf(act.id), act.weight > 0])).toEqual([
    [1, true],
    [5, false],
    [4, true],
    [3, true],
    [2, true],
    [0, true],
  ])
  const list = await known('ada')
  expect(list.map(({ kind }) => kind)).toEqual(['tried', 'less', 'comment', 'boost', 'save', 'like', 'finish', 'open', 'dwell'])
  expect(list.every(({ tile }) => tile?.title.startsWith('Note number'))).toBe(true)
  expect(await known('eve')).toEqual([])
  expect((await house.as('ada').get('/me/learning')).json).toEqual({ paused: false, since: null, chronological: false, impressions: 1 })
})

test('the list comes a page at a time, none twice and none left out', async () => {
  const whole = await known('ada')
  const found: unknown[] = []
  let cursor = ''
  do {
    const { json } = await house.as('ada').get(`/me/acts?limit=2${cursor && `&cursor=${cursor}`}`)
    found.push(...json.items)
    cursor = json.next ?? ''
  } while (cursor)
  expect(found).toEqual(whole)
  const other = Buffer.from(JSON.stringify([1, '2026-03-01T12:00:00.000Z', 'x like'])).toString('base64url')
  expect((await house.as('ada').get(`/me/acts?cursor=${other}`)).status).toBe(400)
})

test('an act that is forgotten leaves the profile as if it had never been', async () => {
  for (const [n, { kind, noteId }] of (await known('ada')).entries()) {
    const [all, but] = [`all${n}`, `but${n}`]
    for (const handle of [all, but]) id[handle] = await house.a.member({ handle })
    await doThings(all)
    await doThings(but, { without: kind })
    expect(await profile(all), kind).not.toEqual(await profile(but))
    expect((await house.as(all).delete(`/me/acts/${noteId}/${kind}`)).status).toBe(204)
    expect(await profile(all), kind).toEqual(await profile(but))
    const listed = async (handle: string) => (await known(handle)).map((act) => ({ ...act, tile: null }))
    expect(await listed(all), kind).toEqual(await listed(but))
  }
})

test('what is forgotten is so for the engine alone', async () => {
  for (const { noteId, kind } of await known('ada')) await house.as('ada').delete(`/me/acts/${noteId}/${kind}`)
  expect(await profile('ada')).toEqual([])
  expect((await house.as('ada').get(`/notes/${notes[1]}`)).json).toMatchObject({ liked: true })
  expect((await house.as('ada').get(`/notes/${notes[2]}`)).json).toMatchObject({ saved: true })
})

test('forgotten is forgotten up to then: what is done again counts again', async () => {
  house.clock.move(MINUTE)
  await house.as('ada').delete(`/notes/${notes[1]}/like`)
  expect(await profile('ada')).toEqual([])
  await house.as('ada').put(`/notes/${notes[1]}/like`)
  expect((await profile('ada')).map((act) => act.id)).toEqual([notes[1]])
})

test('a page that stood open cannot bring back what was forgotten', async () => {
  const shown = await page('ivy')
  const events = [[slotOf(shown, 0), 'open']]
  const send = () => house.as('ivy').post('/signals', { served: shown.served, events })
  await send()
  expect(await known('ivy')).toHaveLength(1)
  house.clock.move(MINUTE)
  await house.as('ivy').delete(`/me/acts/${notes[0]}/open`)
  expect((await send()).status).toBe(204)
  expect(await known('ivy')).toEqual([])
})

test('after "delete all" no table of the feed holds an act of the member', async () => {
  await doThings('eve', { hour: 15 })
  await house.as('eve').delete(`/me/acts/${notes[1]}/like`)
  const shown = await page('eve')
  const { rows: tables } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns where table_schema = 'public' and (table_name like 'feed\\_%' or table_name like 'promise%')`.execute(
    house.ground.db.q,
  )
  const held = async (): Promise<string[]> => {
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(house.ground.db.q)
      found.push(...rows.filter(({ row }) => row.includes(id.eve as string)).map(({ row }) => `${name} ${row}`))
    }
    return found
  }
  expect(new Set((await held()).map((row) => row.split(' ')[0])).size).toBeGreaterThanOrEqual(3)
  house.clock.move(MINUTE)
  expect((await house.as('eve').delete('/me/acts')).status).toBe(204)
  const left = await held()
  // What stays is that a new start was made, and nothing with a note in it.
  expect(left.every((row) => row.startsWith('feed_controls ') && !notes.some((note) => row.includes(note)))).toBe(true)
  expect(await profile('eve')).toEqual([])
  expect(await known('eve')).toEqual([])
  expect((await house.as('eve').get(`/notes/${notes[1]}`)).json).toMatchObject({ liked: true })
  // Not even by a page from before.
  expect((await house.as('eve').post('/signals', { served: shown.served, events: [[0, 'open']] })).status).toBe(204)
  expect(await held()).toEqual(left)
  house.clock.move(MINUTE)
  await house.as('eve').put(`/notes/${notes[0]}/like`)
  expect((await profile('eve')).map((act) => act.id)).toEqual([notes[0]])
})

test('what is done while learning is paused is never learnt', async () => {
  const me = house.as('uma')
  await me.put(`/notes/${notes[0]}/like`)
  house.clock.move(MINUTE)
  const before = await page('uma')
  await me.patch('/me/learning', { paused: true })
  expect((await me.get('/me/learning')).json).toMatchObject({ paused: true })
  expect((await page('uma')).served).toBeNull()
  house.clock.move(MINUTE)
  await me.put(`/notes/${notes[1]}/like`)
  expect((await me.post('/signals', { served: before.served, events: [[slotOf(before, 2), 'open']] })).status).toBe(204)
  house.clock.move(MINUTE)
  // Paused twice is paused once.
  await me.patch('/me/learning', { paused: true })
  await me.patch('/me/learning', { paused: false })
  house.clock.move(MINUTE)
  await me.put(`/notes/${notes[3]}/like`)
  expect((await profile('uma')).map((act) => notes.indexOf(act.id))).toEqual([3, 0])
  expect((await page('uma')).served).not.toBeNull()
})

test('a start without history: what was before does not count, and stays where it is', async () => {
  await doThings('fay', { hour: 16 })
  expect(await profile('fay')).toHaveLength(6)
  expect((await house.as('fay').delete('/me/learning/history')).status).toBe(204)
  expect(await profile('fay')).toEqual([])
  const { since } = (await house.as('fay').get('/me/learning')).json
  expect(since).toBe(house.clock.now().toISOString())
  house.clock.move(MINUTE)
  await house.as('fay').put(`/notes/${notes[0]}/like`)
  expect((await profile('fay')).map((act) => notes.indexOf(act.id))).toEqual([0])
  expect((await house.as('fay').get(`/notes/${notes[2]}`)).json).toMatchObject({ saved: true })
})

test('a note that is hidden leaves the feeds at once, and comes back with it', async () => {
  const ids = async (path: string) => ((await house.as('gus').get(path)).json.items as { id: string }[]).map((item) => item.id)
  for (const choice of ['hide', 'less']) {
    expect(await ids('/feeds/discover?limit=40')).toContain(notes[0])
    expect((await house.as('gus').put(`/notes/${notes[0]}/choices/${choice}`)).status).toBe(204)
    expect(await ids('/feeds/discover?limit=40')).not.toContain(notes[0])
    expect((await house.as('gus').get(`/notes/${notes[0]}`)).status).toBe(200)
    expect((await house.as('gus').get(`/notes/${notes[0]}/choices`)).json).toEqual({ choices: [choice] })
    expect((await house.as('ada').get(`/notes/${notes[0]}/choices`)).json).toEqual({ choices: [] })
    expect((await house.as('gus').delete(`/notes/${notes[0]}/choices/${choice}`)).status).toBe(204)
  }
  expect(await ids('/feeds/discover?limit=40')).toContain(notes[0])
  // Nothing to hide: one's own, what is not there, what is no choice.
  expect((await house.as('lin0').put(`/notes/${notes[0]}/choices/hide`)).status).toBe(404)
  expect((await house.as('gus').put(`/notes/${house.ground.ids.next()}/choices/hide`)).status).toBe(404)
  expect((await house.as('gus').put(`/notes/${notes[0]}/choices/like`)).status).toBe(404)
})

test('Discover by time is the same for two accounts, whatever they did and follow', async () => {
  await house.as('ivy').put(`/actors/${id.lin0}/follow`)
  await house.as('ivy').put(`/notes/${notes[2]}/like`)
  const both = async () => Promise.all(['ivy', 'gus'].map(async (handle) => (await page(handle)).items.map((item) => item.id)))
  for (const handle of ['ivy', 'gus']) await house.as(handle).patch('/me/learning', { chronological: true })
  const [first, second] = await both()
  expect(first).toEqual(second)
  expect(first).toEqual([...notes].reverse())
  const some = (await house.as('gus').get('/feeds/discover?limit=4')).json
  const more = (await house.as('gus').get(`/feeds/discover?limit=4&cursor=${some.next}`)).json
  expect([...some.items, ...more.items].map((item: { id: string }) => item.id)).toEqual(first)
  expect(more.next).toBeNull()
  await house.as('gus').patch('/me/learning', { chronological: false })
  expect((await house.as('gus').get('/me/learning')).json).toMatchObject({ chronological: false, paused: false })
})

test('the archive has all of one’s own and nothing of others', async () => {
  const parts: Record<string, object[]> = {}
  for (const [name, { export: rows }] of Object.entries(feed.exports ?? {})) {
    parts[name] = []
    for await (const row of rows(house.ground.db.q, id.fay as ActorId)) parts[name].push(row)
  }
  expect(parts.signals).toHaveLength(4)
  expect(parts.signals).toContainEqual(expect.objectContaining({ noteId: notes[0], kind: 'dwell', surface: 'discover', seconds: 60 }))
  expect(parts.choices?.map((row) => (row as { kind: string }).kind).sort()).toEqual(['less', 'tried'])
  expect(parts.learning).toMatchObject([{ paused: false, chronological: false }])
  for (const handle of READERS.filter((one) => one !== 'fay')) expect(JSON.stringify(parts)).not.toContain(id[handle])
})
