import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { updateActor } from '#features/people/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { overlap } from '#tests/overlap.ts'
import { block } from './block.ts'
import { follow } from './follow.ts'
import { activeMutes, relation } from './index.ts'
import { MOST_MUTES } from './mute.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'kai']) id[handle] = await house.a.member({ handle })
})
afterAll(() => house.close())

const now = () => house.clock.now()
const stands = async (a: string, b: string) => (await relation(house.ground.db.q, id[a] as ActorId, [id[b] as ActorId], now())).get(id[b] as ActorId)

test('following an open account counts at once, a locked one is asked', async () => {
  expect((await house.as('dana').put(`/actors/${id.lin}/follow`)).json).toEqual({ state: 'accepted' })
  await house.ground.db.transaction((tx) => updateActor(tx, id.mei as ActorId, { locked: true }))
  expect((await house.as('dana').put(`/actors/${id.mei}/follow`)).json).toEqual({ state: 'pending' })
  expect(await stands('dana', 'mei')).toMatchObject({ following: false, requested: true })
  expect((await house.as('mei').get('/follow-requests')).json.items).toMatchObject([{ handle: 'dana' }])
  expect((await house.as('kai').put(`/follow-requests/${id.dana}`)).status).toBe(404)
  await house.as('mei').put(`/follow-requests/${id.dana}`)
  expect(await stands('dana', 'mei')).toMatchObject({ following: true, requested: false })
})

test('a follow is announced once however often it is asked for', async () => {
  await house.as('kai').put(`/actors/${id.lin}/follow`)
  await house.as('kai').put(`/actors/${id.lin}/follow`)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from events where name = 'follow.accepted' and key = ${`${id.kai}:${id.lin}`}`.execute(
    house.ground.db.q,
  )
  expect(rows[0]?.n).toBe(1)
})

test('a block ends follows both ways and hides each from the other', async () => {
  await house.as('lin').put(`/actors/${id.kai}/follow`)
  await house.as('lin').put(`/actors/${id.kai}/block`)
  expect(await stands('kai', 'lin')).toMatchObject({ following: false, followedBy: false, blockedBy: true })
  expect((await house.as('kai').put(`/actors/${id.lin}/follow`)).status).toBe(404)
  await house.as('lin').delete(`/actors/${id.kai}/block`)
  expect((await house.as('kai').put(`/actors/${id.lin}/follow`)).status).toBe(200)
})

test('who asked a locked account follows it when it is open by now; who follows keeps following when it is locked again', async () => {
  await house.ground.db.transaction((tx) => updateActor(tx, id.mei as ActorId, { locked: true }))
  expect((await house.as('kai').put(`/actors/${id.mei}/follow`)).json).toEqual({ state: 'pending' })
  await house.ground.db.transaction((tx) => updateActor(tx, id.mei as ActorId, { locked: false }))
  expect((await house.as('kai').put(`/actors/${id.mei}/follow`)).json).toEqual({ state: 'accepted' })
  expect(await stands('kai', 'mei')).toMatchObject({ following: true, requested: false })
  await house.ground.db.transaction((tx) => updateActor(tx, id.mei as ActorId, { locked: true }))
  expect((await house.as('kai').put(`/actors/${id.mei}/follow`)).json).toEqual({ state: 'accepted' })
})

test('no follow slips in beside a block', async () => {
  const [mei, lin] = [await house.viewer('mei'), await house.viewer('lin')]
  const [, followed] = await overlap(
    house,
    'block.made',
    (ground) => block(ground, lin, mei.id),
    (ground) => follow(ground, mei, lin.id),
  )
  expect(followed).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } })
  await house.as('lin').delete(`/actors/${id.mei}/block`)
  expect(await stands('mei', 'lin')).toMatchObject({ following: false, blockedBy: false })
})

test('a mute with an end ends', async () => {
  await house.as('dana').post('/mutes', { kind: 'word', value: 'Bitcoin', hours: 24 })
  await house.as('dana').post('/mutes', { kind: 'topic', value: 'memes' })
  expect(await activeMutes(house.ground.db.q, id.dana as ActorId, now())).toMatchObject({ words: ['bitcoin'], topics: new Set(['memes']) })
  house.clock.move(25 * 3600 * 1000)
  expect((await activeMutes(house.ground.db.q, id.dana as ActorId, now())).words).toEqual([])
})

test('a list is its owner’s alone', async () => {
  const { json: made } = await house.as('dana').post('/lists', { name: 'bands' })
  await house.as('dana').put(`/lists/${made.id}/members/${id.lin}`)
  expect((await house.as('dana').get(`/lists/${made.id}`)).json.people).toMatchObject([{ handle: 'lin' }])
  for (const answer of [
    await house.as('lin').get(`/lists/${made.id}`),
    await house.as('lin').patch(`/lists/${made.id}`, { name: 'x' }),
    await house.as('lin').put(`/lists/${made.id}/members/${id.kai}`),
    await house.as(null).get(`/lists/${made.id}`),
  ]) {
    expect([401, 404]).toContain(answer.status)
  }
})

test('lists of people come a page at a time, none cut off', async () => {
  await house.a.member({ handle: 'ada' })
  const ada = house.as('ada')
  const others: string[] = []
  const { id: list } = (await ada.post('/lists', { name: 'first' })).json
  for (const handle of ['b1', 'b2', 'b3']) {
    others.unshift(handle)
    const other = await house.a.member({ handle })
    house.clock.move(1000)
    await ada.put(`/actors/${other}/block`)
    await ada.put(`/lists/${list}/members/${other}`)
    await ada.post('/lists', { name: handle })
  }
  const walk = async (path: string, part = 'items') => {
    const found: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const { json } = await ada.get(`${path}?limit=2${next && `&cursor=${next}`}`)
      found.push(...json[part].map(({ handle, name }: { handle?: string; name: string }) => handle ?? name))
      next = json.next
    }
    return found
  }
  expect(await walk('/blocks')).toEqual(others)
  expect(await walk(`/lists/${list}`, 'people')).toEqual(others)
  expect(await walk('/lists')).toEqual([...others, 'first'])
  expect((await ada.get(`/lists/${list}?limit=2`)).json.peopleCount).toBe(3)
  for (const path of ['/blocks', '/lists', `/lists/${list}`]) expect((await ada.get(`${path}?cursor=x`)).json.type).toBe('/problems/bad-cursor')
})

test('mutes that have run out make room for new ones', async () => {
  await house.a.member({ handle: 'eli' })
  const [eli, { id: member }] = [house.as('eli'), await house.viewer('eli')]
  const mutes = Array.from({ length: MOST_MUTES }, (_, i) => ({
    id: house.ground.ids.next(),
    member_id: member,
    kind: 'word' as const,
    value: `word${i}`,
    label: '',
    until: new Date(now().getTime() + 3600_000) as never,
    created_at: now(),
  }))
  await house.ground.db.q.insertInto('mutes').values(mutes).execute()
  expect((await eli.post('/mutes', { kind: 'word', value: 'more' })).json.type).toBe('/problems/too-many')
  house.clock.move(2 * 3600_000)
  expect((await eli.post('/mutes', { kind: 'word', value: 'more' })).status).toBe(201)
  expect(await house.ground.db.q.selectFrom('mutes').select('value').where('member_id', '=', member).execute()).toEqual([{ value: 'more' }])
})
