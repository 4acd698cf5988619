import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}

const write = async (by: string, title: string, extra: object = {}): Promise<string> => {
  house.clock.move(60_000)
  const { status, json } = await house.as(by).post('/notes', { kind: 'text', title, body: `${title}, and what came of it.`, ...extra })
  expect(status, JSON.stringify(json)).toBe(201)
  return json.id
}
const ids = (answer: { json: { items: { id: string }[] } }) => answer.json.items.map((tile) => tile.id)

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'kai', 'tom', 'ellie'])
    id[handle] = await house.a.member({ handle, languages: handle === 'lin' ? ['zh-Hans'] : ['en'] })
})
afterAll(() => house.close())

test('a followed topic brings its notes, in whatever language, with the reason', async () => {
  await house.as('dana').put('/topics/punk/follow')
  const punk = await write('lin', '纸飞机事故的第一场演出', { topics: ['朋克'], body: '昨晚在地下室，乐队第一次登台。' })
  for (const handle of ['kai', 'tom', 'ellie'])
    for (let i = 0; i < 4; i += 1) await write(handle, `A quiet day number ${i} of ${handle}`, { topics: ['hiking'] })
  await house.settle()
  const first = await house.as('dana').get('/feeds/discover')
  expect(ids(first).slice(0, 3)).toContain(punk)
  expect(first.json.items.find((tile: { id: string }) => tile.id === punk)).toMatchObject({
    originalLanguage: 'zh-Hans',
    why: { code: 'topic', facts: { topic: 'punk' } },
  })
})

test('no author has more than two of twelve slots, own notes are left out, and pages do not repeat', async () => {
  const first = await house.as('kai').get('/feeds/discover')
  expect(first.json.items.some((tile: { author: { handle: string } }) => tile.author.handle === 'kai')).toBe(false)
  const counts = Map.groupBy(first.json.items as { author: { handle: string } }[], (tile) => tile.author.handle)
  expect(Math.max(...[...counts.values()].map((tiles) => tiles.length))).toBeLessThanOrEqual(2)
  const second = await house.as('kai').get(`/feeds/discover?cursor=${first.json.next}`)
  expect(ids(second).filter((one) => ids(first).includes(one))).toEqual([])
  expect(ids(await house.as('kai').get(`/feeds/discover?cursor=${first.json.next}`))).toEqual(ids(second))
})

test('followers-only notes never reach Discover or a topic page; Following has them for followers', async () => {
  const secret = await write('mei', 'Only for those who follow me', { topics: ['punk'], visibility: 'followers' })
  await house.as('dana').put(`/actors/${id.mei}/follow`)
  await house.settle()
  expect(ids(await house.as('dana').get('/feeds/discover?limit=48'))).not.toContain(secret)
  expect(ids(await house.as('dana').get('/topics/punk/notes'))).not.toContain(secret)
  expect(ids(await house.as('dana').get('/feeds/following'))).toContain(secret)
  expect(ids(await house.as('kai').get('/feeds/following'))).not.toContain(secret)
})

test('Following is strictly by time, with boosts where they were made', async () => {
  await house.as('dana').put(`/actors/${id.tom}/follow`)
  const old = await write('ellie', 'Sea ice by the pier')
  const newer = await write('tom', 'The allotment in the rain')
  house.clock.move(60_000)
  await house.as('tom').put(`/notes/${old}/boost`)
  const { json } = await house.as('dana').get('/feeds/following')
  expect(json.items.slice(0, 2)).toMatchObject([{ id: old, why: { code: 'boosted', facts: { name: 'tom' } } }, { id: newer }])
})

test('Following has a note that several boosted once, at the latest boost, on all its pages', async () => {
  for (const handle of ['kai', 'tom', 'ellie']) await house.as('mei').put(`/actors/${id[handle]}/follow`)
  const note = await write('kai', 'Bread that three people carried on')
  const boost = async (by: string) => {
    house.clock.move(60_000)
    await house.as(by).put(`/notes/${note}/boost`)
  }
  await boost('tom')
  const between = await write('tom', 'Between the two boosts')
  await boost('ellie')
  const whole = await house.as('mei').get('/feeds/following?limit=40')
  expect(ids(whole).slice(0, 2)).toEqual([note, between])
  expect(whole.json.items[0].why).toEqual({ code: 'boosted', facts: { name: 'ellie' } })
  expect(new Set(ids(whole)).size).toBe(ids(whole).length)
  const paged: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page = await house.as('mei').get(`/feeds/following?limit=1${next && `&cursor=${next}`}`)
    paged.push(...ids(page))
    next = page.json.next
  }
  expect(paged).toEqual(ids(whole))
  for (const handle of ['kai', 'tom', 'ellie']) await house.as('mei').delete(`/actors/${id[handle]}/follow`)
})

test('what a reader may not see does not end Following', async () => {
  await house.as('mei').put(`/actors/${id.tom}/follow`)
  const older = await write('tom', 'For everybody, and older')
  for (let i = 0; i < 3; i += 1) await write('tom', `For tom alone, ${i}`, { visibility: 'self' })
  expect(ids(await house.as('mei').get('/feeds/following?limit=1'))).toEqual([older])
  await house.as('mei').delete(`/actors/${id.tom}/follow`)
})

test('muted people, topics and words, and blocked people, are not on the page', async () => {
  const word = await write('tom', 'Bitcoin and my tomatoes')
  const topic = await write('ellie', 'A very old joke', { topics: ['memes'] })
  await house.as('mei').post('/mutes', { kind: 'word', value: 'bitcoin' })
  await house.as('mei').post('/mutes', { kind: 'topic', value: 'memes' })
  await house.as('mei').put(`/actors/${id.kai}/block`)
  await house.settle()
  house.clock.move(10_000)
  const { json } = await house.as('mei').get('/feeds/discover?limit=48')
  expect(json.items.map((tile: { id: string }) => tile.id)).not.toContain(word)
  expect(json.items.map((tile: { id: string }) => tile.id)).not.toContain(topic)
  expect(json.items.some((tile: { author: { handle: string } }) => tile.author.handle === 'kai')).toBe(false)
})

test('a topic page mixes languages and can be narrowed to one', async () => {
  const zh = await Promise.all([0, 1, 2].map((i) => write('lin', `第${i}场地下演出的夜晚`, { topics: ['punk'], body: '我们在地下室排练到很晚，邻居也来听。' })))
  await house.settle()
  const narrowed = await house.as(null).get('/topics/%E6%9C%8B%E5%85%8B/notes?language=zh-Hans')
  expect(ids(narrowed)).toEqual(expect.arrayContaining(zh))
  expect(narrowed.json.items.every((tile: { originalLanguage: string }) => tile.originalLanguage === 'zh-Hans')).toBe(true)
})

test('Nearby asks for a place, and tells bands', async () => {
  expect((await house.as('dana').get('/feeds/nearby')).json).toMatchObject({ type: '/problems/place-needed' })
  expect((await house.as(null).get('/feeds/nearby')).json).toMatchObject({ type: '/problems/place-needed' })
  const kobe = await write('mei', 'Bread by the harbour', { placeId: 'kobe' })
  const { json } = await house.as('dana').get('/feeds/nearby?placeId=osaka')
  expect(json.items).toMatchObject([{ id: kobe, why: { code: 'near' } }])
  expect([5, 25, 50]).toContain(json.items[0].why.facts.km)
  // Without a place in the question, the one on the profile.
  await house.as('dana').patch('/profile', { placeId: 'osaka' })
  expect(ids(await house.as('dana').get('/feeds/nearby'))).toEqual([kobe])
})

test('a deleted note leaves the page', async () => {
  const gone = await write('tom', 'This will go away')
  await house.settle()
  await house.as('tom').delete(`/notes/${gone}`)
  await house.settle()
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from feed_notes where note_id = ${gone}`.execute(house.ground.db.q)
  expect(rows[0]?.n).toBe(0)
})

test('why a note is there: reasons that add up to its score, for this reader alone', async () => {
  const punk = await write('lin', '朋克是一条河', { topics: ['朋克'], body: '从地下室流到广场，谁也拦不住它，我们都在里面。' })
  await house.settle()
  house.clock.move(10_000)
  const why = async (who: string | null) => (await house.as(who).get(`/notes/${punk}/why`)).json
  const dana = await why('dana')
  expect(dana).toMatchObject({ topics: ['punk'], person: false, tile: { id: punk } })
  expect(dana.place).toBeLessThanOrEqual(dana.of)
  expect(dana.reasons.find(({ code }: { code: string }) => code === 'topic')).toMatchObject({ about: 'punk' })
  expect(dana.reasons.reduce((sum: number, { contribution }: { contribution: number }) => sum + contribution, 0)).toBeCloseTo(dana.score, 9)
  const guest = await why(null)
  expect(guest).toMatchObject({ topics: [], changes: [], mutes: [] })
  expect(guest.reasons.map(({ code }: { code: string }) => code)).not.toContain('topic')
  await house.as('dana').put(`/actors/${id.lin}/follow`)
  expect(await why('dana')).toMatchObject({
    person: true,
    changes: [
      { kind: 'unfollow-topic', id: 'punk' },
      { kind: 'unfollow-person', id: id.lin },
    ],
  })
  await house.as('dana').delete(`/actors/${id.lin}/follow`)
})

test('what is in no feed has no reason to be there', async () => {
  const unlisted = await write('lin', '只给知道地址的人', { visibility: 'unlisted' })
  await house.settle()
  expect((await house.as('dana').get(`/notes/${unlisted}/why`)).status).toBe(404)
  expect((await house.as('dana').get('/notes/01900000-0000-7000-8000-000000000000/why')).status).toBe(404)
})
