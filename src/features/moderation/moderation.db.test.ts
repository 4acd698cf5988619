import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY } from '#ground/clock/index.ts'
import type { SubjectKind } from '#ground/feature.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { checkFlood } from './check-flood.ts'
import { checkText } from './check-text.ts'
import { logState } from './log-state.ts'
import { statesOf } from './queries/states.ts'

let house: TestHouse
/** A kind of thing that only this test knows: public ones begin with 0. */
const thing: SubjectKind = {
  readable: async (_db, _viewer, ids) => new Set(ids.filter((id) => id.startsWith('0'))),
  owners: async () => new Map(),
  isPublic: async () => true,
  addresses: async (_db, ids) => new Map(ids.map((id) => [id, `/things/${id}`])),
  excerpts: async (_db, ids) => new Map(ids.map((id) => [id, `thing ${id}`])),
}
beforeAll(async () => {
  house = await openHouse({ RATE_LIMITS: 'on' })
  house.ground.house.subjects.set('thing', thing)
  for (const handle of ['lin', 'dana', 'tom', 'kai', 'priya']) await house.a.member({ handle })
  await house.a.member({ handle: 'mod', role: 'moderator' })
  await house.a.member({ handle: 'host', role: 'admin' })
})
afterAll(() => house.close())

const report = (handle: string, subjectId: string, kind = 'spam') =>
  house.as(handle).post('/reports', { subjectKind: 'thing', subjectId, kind, words: 'look at this' })

test('many reports about one thing are one item of the queue, and one person counts once', async () => {
  const first = await report('lin', '0a')
  expect(first).toMatchObject({ status: 201, json: { subjectId: '0a', kind: 'spam', state: 'open', words: 'look at this' } })
  const again = await report('lin', '0a', 'illegal')
  expect(again.json).toEqual(first.json)
  await Promise.all(['dana', 'tom', 'kai'].map((handle) => report(handle, '0a')))
  const queue = await house.as('mod').get('/admin/reports?state=open')
  expect(queue.json.items).toHaveLength(1)
  expect(queue.json.items[0]).toMatchObject({ subjectId: '0a', reportCount: 4, address: '/things/0a', excerpt: 'thing 0a' })
  expect(JSON.stringify(queue.json)).not.toContain('lin')
})

test('what one may not read cannot be reported, nor told from what is not there', async () => {
  const hidden = await report('lin', '9secret')
  const absent = await house.as('lin').post('/reports', { subjectKind: 'nothing', subjectId: 'x', kind: 'spam' })
  expect(hidden.status).toBe(404)
  expect(absent.json).toEqual(hidden.json)
})

test('what one just does not want is not filed; what is wrong with a text is', async () => {
  const before = (await house.as('mod').get('/admin/reports')).json.items.length
  expect(await report('lin', '0u', 'unwanted')).toMatchObject({ status: 422, json: { type: '/problems/report-unwanted' } })
  expect((await report('lin', '9secret', 'unwanted')).status).toBe(404)
  expect((await house.as('mod').get('/admin/reports')).json.items).toHaveLength(before)
  expect((await house.as('lin').get('/reports/subject?subjectKind=thing&subjectId=0u')).json).toEqual({
    owner: null,
    address: '/things/0u',
    excerpt: 'thing 0u',
  })
  expect((await house.as('lin').get('/reports/subject?subjectKind=thing&subjectId=9secret')).status).toBe(404)
  expect((await report('lin', '0u', 'wrong-translation')).json).toMatchObject({ kind: 'wrong-translation', state: 'open' })
  expect((await report('dana', '0u', 'missing-context')).status).toBe(201)
  const [item] = (await house.as('mod').get('/admin/reports')).json.items
  expect(item.reports.map(({ kind }: { kind: string }) => kind)).toEqual(['wrong-translation', 'missing-context'])
})

test('a moderator closes a case with words that the reporter reads; a new report then opens a new one', async () => {
  await report('dana', '0b')
  const [item] = (await house.as('mod').get('/admin/reports?state=open')).json.items
  expect(item.subjectId).toBe('0b')
  expect((await house.as('mod').patch(`/admin/reports/${item.id}`, { state: 'seen' })).json.state).toBe('seen')
  expect((await house.as('mod').patch(`/admin/reports/${item.id}`, { state: 'closed', answer: 'Thank you, it is gone.' })).json.state).toBe('closed')
  expect((await house.as('mod').patch(`/admin/reports/${item.id}`, { state: 'seen' })).status).toBe(404)
  const mine = (await house.as('dana').get('/reports')).json.items
  expect(mine[0]).toMatchObject({ subjectId: '0b', state: 'closed', answer: 'Thank you, it is gone.' })
  expect((await report('dana', '0b')).json.id).not.toBe(mine[0].id)
})

test('the queue is for moderators and the lists are changed by admins only', async () => {
  expect((await house.as('lin').get('/admin/reports')).status).toBe(404)
  expect((await house.as(null).get('/admin/reports')).status).toBe(401)
  expect((await house.as('mod').post('/admin/filter-terms', { kind: 'word', term: 'x' })).status).toBe(404)
})

test('thirty reports a day, but danger is always taken', async () => {
  for (let i = 0; i < 30; i += 1) {
    if (i % 10 === 0) house.clock.move(60_000)
    expect((await report('priya', `0p${i}`)).status).toBe(201)
  }
  house.clock.move(60_000)
  expect(await report('priya', '0over')).toMatchObject({ status: 422, json: { type: '/problems/reports-a-day' } })
  expect((await report('priya', '0life', 'danger')).status).toBe(201)
  house.clock.move(DAY)
  expect((await report('priya', '0over')).status).toBe(201)
})

test('a listed word or host is refused and named', async () => {
  const host = house.as('host')
  const word = await host.post('/admin/filter-terms', { kind: 'word', term: 'Gambling Club', note: 'spam wave' })
  expect(word.status).toBe(201)
  await host.post('/admin/filter-terms', { kind: 'word', term: '网络赌博' })
  await host.post('/admin/filter-terms', { kind: 'link', term: 'https://www.bad.example/page' })
  const { q } = house.ground.db
  await expect(checkText(q, 'join our GAMBLING-club')).rejects.toMatchObject({ code: 'forbidden-word', facts: { word: 'Gambling Club' } })
  await expect(checkText(q, '來玩 網絡·賭博')).rejects.toMatchObject({ facts: { word: '网络赌博' } })
  await expect(checkText(q, 'see https://shop.bad.example/1')).rejects.toMatchObject({ code: 'forbidden-link', facts: { host: 'bad.example' } })
  await checkText(q, 'a club without gambling, https://notbad.example')
  expect((await host.post('/admin/filter-terms', { kind: 'word', term: '…!' })).json.type).toBe('/problems/filter-term-empty')
  expect((await host.post('/admin/filter-terms', { kind: 'link', term: 'no host' })).json.type).toBe('/problems/filter-host')
  expect((await house.as('mod').get('/admin/filter-terms')).json.items).toHaveLength(3)
  expect((await host.delete(`/admin/filter-terms/${word.json.id}`)).status).toBe(204)
  expect((await host.delete(`/admin/filter-terms/${word.json.id}`)).status).toBe(404)
  await checkText(q, 'join our GAMBLING-club')
})

test('a flood is stopped exactly at its limit, also from twenty sides at once, and ends with the minute', async () => {
  const lin = await house.viewer('lin')
  const tries = await Promise.allSettled(Array.from({ length: 30 }, () => checkFlood(house.ground, lin, 'comment')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'slow-down' } })
  house.clock.move(60_000)
  await checkFlood(house.ground, lin, 'comment')
})

test('states are logged in order', async () => {
  const lin = await house.viewer('lin')
  await house.ground.db.transaction(async (tx) => {
    await logState(tx, house.ground, { kind: 'thing', id: '0s' }, 'published', lin.id)
    await logState(tx, house.ground, { kind: 'thing', id: '0s' }, 'archived', lin.id, 'tidying')
  })
  expect((await statesOf(house.ground.db.q, { kind: 'thing', id: '0s' })).map(({ state, reason }) => [state, reason])).toEqual([
    ['published', null],
    ['archived', 'tidying'],
  ])
})

test('a forged cursor is refused, not a bug', async () => {
  const cursor = Buffer.from(JSON.stringify([1, '', 'not-an-id'])).toString('base64url')
  expect((await house.as('lin').get(`/reports?cursor=${cursor}`)).status).toBe(400)
})
