import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { followedTopics, headsOfTopics } from '../index.ts'

let house: TestHouse
const both = ['mei', 'dana', 'theo', 'ana', 'bo', 'sol']
beforeAll(async () => {
  house = await openHouse()
  for (const handle of both) await house.a.member({ handle, languages: ['en', 'zh-Hans'] })
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'tom', languages: ['en'] })
  await house.a.member({ handle: 'keeper', languages: ['en'], role: 'moderator' })
})
afterAll(() => house.close())

let made = 0
/** Two open topics that nobody knew before, one in Chinese and one in English, each with a note by somebody. */
async function pair(): Promise<{ zh: string; en: string; notes: { zh: string; en: string } }> {
  made += 1
  const [zh, en] = [`天台音乐会${'一二三四五六七八九十'.charAt(made % 10)}${'甲乙丙丁戊己庚辛'.charAt(made % 8)}`, `rooftopgig${made}`]
  const notes = {
    zh: await house.a.note('lin', { title: '屋顶', topics: [zh], language: 'zh-Hans' }),
    en: await house.a.note('tom', { title: 'The roof', topics: [en], language: 'en' }),
  }
  await house.settle()
  return { zh, en, notes }
}
const page = async (label: string, who: string | null = null) => (await house.as(who).get(`/topics/${encodeURIComponent(label)}`)).json
const ask = (who: string, label: string, other: string, more: object = {}) =>
  house.as(who).post(`/topics/${encodeURIComponent(label)}/proposals`, { other, language: 'en', answer: 'same', ...more })
const answer = async (who: string, id: string, said: string, reason = '') =>
  (await house.as(who).put(`/topic-proposals/${id}/answer`, { answer: said, reason })).json
const notesOf = async (label: string): Promise<string[]> =>
  (await house.as(null).get(`/topics/${encodeURIComponent(label)}/notes`)).json.items.map((tile: { id: string }) => tile.id).sort()

/** Asked by mei, confirmed by two more. */
async function merged() {
  const two = await pair()
  const { id } = (await ask('mei', two.zh, two.en)).json
  await answer('dana', id, 'same')
  await answer('theo', id, 'same')
  await house.settle()
  return { ...two, id }
}

test('the third who reads both sides makes one topic of two: one page, one follow, whichever label is opened', async () => {
  const { zh, en, notes } = await pair()
  expect((await page(zh)).id).not.toBe((await page(en)).id)
  const asked = await ask('mei', zh, en)
  expect(asked.status).toBe(201)
  const { id } = asked.json
  expect(asked.json).toMatchObject({ state: 'open', same: 1, missing: 2, answer: 'same', askedBy: { handle: 'mei' } })
  expect(await answer('dana', id, 'same')).toMatchObject({ state: 'open', same: 2 })
  expect(await answer('dana', id, 'same')).toMatchObject({ same: 2 })
  expect(await answer('theo', id, 'same')).toMatchObject({ state: 'same', holds: true, missing: 0 })
  await house.settle()
  const [one, other] = [await page(zh), await page(en)]
  expect(one.id).toBe(other.id)
  expect(one.names.map((name: { label: string }) => name.label).sort()).toEqual([zh, en].sort())
  expect(one.merged).toMatchObject([{ proposalId: id }])
  expect(await notesOf(zh)).toEqual([notes.zh, notes.en].sort())
  expect(await notesOf(en)).toEqual([notes.zh, notes.en].sort())
  const tom = house.as('tom')
  await tom.put(`/topics/${encodeURIComponent(en)}/follow`)
  expect((await page(zh, 'tom')).following).toBe(true)
  expect((await tom.get('/topics')).json.items).toHaveLength(1)
  const found = (await tom.get(`/topics/suggestions?q=${encodeURIComponent(zh)}`)).json.items
  expect(found).toMatchObject([{ id: one.id }])
  expect(found[0].labels.map((label: { label: string }) => label.label).sort()).toEqual([zh, en].sort())
  const hits = (await tom.get(`/search?q=${encodeURIComponent(zh)}&kind=note`)).json.items.map((hit: { tile: { id: string } }) => hit.tile.id)
  expect(hits.sort()).toEqual([notes.zh, notes.en].sort())
})

test('whoever muted one of two that became one finds both mutes at its notes, and meets it again without them', async () => {
  const two = await pair()
  const dana = house.as('dana')
  const names = [(await page(two.zh)).id, (await page(two.en)).id]
  const mutes = await Promise.all(names.map(async (value) => (await dana.post('/mutes', { kind: 'topic', value })).json.id))
  await dana.post('/mutes', { kind: 'topic', value: 'hiking' })
  const { id } = (await ask('mei', two.zh, two.en)).json
  for (const who of ['dana', 'theo']) await answer(who, id, 'same')
  await house.settle()
  const why = async (who: string | null) => (await house.as(who).get(`/notes/${two.notes.en}/why`)).json
  const found = await why('dana')
  const head = found.tile.topics[0].id
  expect(found.mutes).toHaveLength(2)
  expect(found.mutes).toEqual(expect.arrayContaining(mutes.map((mute) => ({ id: mute, kind: 'topic', value: head }))))
  expect((await why('mei')).mutes).toEqual([])
  expect((await why(null)).mutes).toEqual([])
  for (const mute of found.mutes) await dana.delete(`/mutes/${mute.id}`)
  expect((await why('dana')).mutes).toEqual([])
})

test('a curator takes it apart: notes, follows and pages are what they were, and it can be put together again', async () => {
  const two = await pair()
  await house.as('tom').put(`/topics/${encodeURIComponent(two.en)}/follow`)
  const before = [await page(two.zh), await page(two.en), await notesOf(two.zh), await notesOf(two.en)]
  const { id } = (await ask('mei', two.zh, two.en)).json
  for (const who of ['dana', 'theo']) await answer(who, id, 'same')
  await house.settle()
  expect(await notesOf(two.zh)).toHaveLength(2)
  expect((await house.as('lin').put(`/admin/topic-proposals/${id}`, { state: 'open', reason: 'no' })).status).toBe(404)
  const apart = await house.as('keeper').put(`/admin/topic-proposals/${id}`, { state: 'open', reason: 'A roof is not a stage.' })
  expect(apart.json).toMatchObject({ state: 'open', same: 0, missing: 3 })
  await house.settle()
  const after = [await page(two.zh), await page(two.en), await notesOf(two.zh), await notesOf(two.en)]
  expect(after.map((one) => (Array.isArray(one) ? one : { ...one, proposed: 0 }))).toEqual(
    before.map((one) => (Array.isArray(one) ? one : { ...one, proposed: 0 })),
  )
  expect((await page(two.en, 'tom')).following).toBe(true)
  expect((await page(two.zh, 'tom')).following).toBe(false)
  const history = (await house.as(null).get(`/topic-proposals/${id}/history`)).json.items
  expect(history.map((step: { act: string; by: { handle: string } | null; reason: string }) => [step.act, step.by?.handle ?? null, step.reason])).toEqual([
    ['open', 'keeper', 'A roof is not a stage.'],
    ['same', null, ''],
    ['confirmed', 'theo', ''],
    ['confirmed', 'dana', ''],
    ['confirmed', 'mei', ''],
    ['asked', 'mei', ''],
  ])
  for (const who of ['mei', 'dana', 'ana']) await answer(who, id, 'same')
  expect((await page(two.zh)).id).toBe((await page(two.en)).id)
})

test('who reads one side cannot confirm and can object; an objection takes one more to confirm', async () => {
  const { zh, en } = await pair()
  const { id } = (await ask('lin', zh, en)).json
  expect((await house.as('lin').get(`/topic-proposals/${id}`)).json).toMatchObject({ same: 0, mayConfirm: false, mayObject: true, answer: null })
  expect(await answer('tom', id, 'same')).toMatchObject({ type: '/problems/reads-one-label' })
  expect(await answer('tom', id, 'apart')).toMatchObject({ type: '/problems/reason-missing' })
  expect(await answer('tom', id, 'apart', 'A gig is not a concert.')).toMatchObject({
    against: 1,
    missing: 4,
    objections: [{ by: { handle: 'tom' }, reason: 'A gig is not a concert.' }],
  })
  house.clock.move(1_000)
  expect(await answer('tom', id, 'none')).toMatchObject({ against: 0, objections: [] })
  expect(await answer('tom', id, 'apart', 'Really not.')).toMatchObject({ objections: [{ reason: 'Really not.' }] })
  for (const who of ['mei', 'dana', 'theo']) expect(await answer(who, id, 'same')).toMatchObject({ state: 'open' })
  expect(await answer('ana', id, 'same')).toMatchObject({ state: 'same' })
})

test('three readers of both who object keep two topics apart, and the pages say so; a chain cannot lead around it', async () => {
  const [one, other] = [await pair(), await pair()]
  const id = (await ask('mei', one.zh, other.en, { answer: 'apart', reason: 'Different roofs.' })).json.id
  for (const who of ['dana', 'theo']) await answer(who, id, 'apart', 'Different roofs.')
  expect((await page(one.zh)).apart).toMatchObject([{ label: other.en }])
  expect((await page(other.en)).apart).toMatchObject([{ label: one.zh }])
  for (const [a, b] of [
    [one.zh, one.en],
    [other.en, one.en],
  ] as const) {
    house.clock.move(1_000)
    const asked = (await ask('mei', a, b)).json.id
    for (const who of ['dana', 'theo']) await answer(who, asked, 'same')
  }
  expect((await page(one.zh)).id).toBe((await page(one.en)).id)
  expect((await page(other.en)).id).not.toBe((await page(one.zh)).id)
  const held = (await house.as('mei').get(`/topic-proposals?state=same&topic=${other.en}`)).json.items
  expect(held).toMatchObject([{ state: 'same', holds: false }])
  // As soon as nothing keeps them apart, it holds.
  await house.as('keeper').put(`/admin/topic-proposals/${id}`, { state: 'open', reason: 'They are.' })
  expect((await page(other.en)).id).toBe((await page(one.zh)).id)
})

test('a name that no topic has becomes one with the topic, and nothing is left of it when it is taken back', async () => {
  const { en } = await pair()
  const { id } = (await ask('mei', en, '楼顶演出', { language: 'zh-Hans' })).json
  for (const who of ['dana', 'theo']) await answer(who, id, 'same')
  expect((await page('楼顶演出')).id).toBe((await page(en)).id)
  expect((await ask('mei', en, '楼顶演出')).json).toMatchObject({ type: '/problems/topics-one-already' })
  await house.as('keeper').put(`/admin/topic-proposals/${id}`, { state: 'apart', reason: 'A show is more than a gig.' })
  expect((await page(en)).names).toHaveLength(1)
  expect((await ask('mei', en, 'never said before', { answer: 'apart', reason: 'Just so.' })).json).toMatchObject({ type: '/problems/topic-unknown' })
})

test('a note keeps what it said: edited while topics are one, it says the same when they are parted', async () => {
  const { zh, en, notes, id } = await merged()
  const lin = house.as('lin')
  const [chip] = (await lin.get(`/notes/${notes.zh}`)).json.topics
  await lin.patch(`/notes/${notes.zh}`, { topics: [chip.id, 'noodles'] })
  const fresh = await house.a.note('tom', { title: 'Again', topics: [zh, en] })
  await house.settle()
  expect((await house.as(null).get(`/notes/${fresh}`)).json.topics).toHaveLength(1)
  await house.as('keeper').put(`/admin/topic-proposals/${id}`, { state: 'apart', reason: 'No.' })
  await house.settle()
  expect(await notesOf(zh)).toEqual([notes.zh, fresh].sort())
  expect(await notesOf(en)).toEqual([notes.en, fresh].sort())
})

test('whoever does not want to meet one does not meet the other while they are one', async () => {
  const { zh, en, notes, id } = await merged()
  const muted = (await page(zh)).id === (await house.as(null).get(`/topics/${encodeURIComponent(zh)}`)).json.id ? zh : en
  const own = await house.ground.db.q.selectFrom('topic_labels').select('topic_id').where('label', '=', muted).executeTakeFirstOrThrow()
  await house.as('sol').post('/mutes', { kind: 'topic', value: own.topic_id })
  const seen = async (label: string) =>
    (await house.as('sol').get(`/topics/${encodeURIComponent(label)}/notes`)).json.items.map((tile: { id: string }) => tile.id)
  expect(await seen(en)).toEqual([])
  await house.as('keeper').put(`/admin/topic-proposals/${id}`, { state: 'open', reason: 'No.' })
  await house.settle()
  expect(await seen(zh)).toEqual([])
  expect(await seen(en)).toEqual([notes.en])
})

test('three at once decide once, and whoever asked is told once', async () => {
  const { zh, en } = await pair()
  const { id } = (await ask('mei', zh, en)).json
  await Promise.all(['dana', 'theo', 'ana', 'bo'].map((who) => answer(who, id, 'same')))
  const history = (await house.as(null).get(`/topic-proposals/${id}/history`)).json.items
  expect(history.filter((step: { act: string }) => step.act === 'same')).toHaveLength(1)
  await house.settle()
  const told = (await house.as('mei').get('/notices')).json.items.filter((notice: { kind: string }) => notice.kind === 'topics-one')
  expect(told.filter((notice: { url: string }) => notice.url === `/topic-proposals/${id}`)).toHaveLength(1)
})

test('the list is of languages one reads and comes in pages', async () => {
  const { zh, en } = await pair()
  const { id } = (await ask('mei', zh, en)).json
  const ids = async (who: string | null, query = '') =>
    (await house.as(who).get(`/topic-proposals?limit=80${query}`)).json.items.map((one: { id: string }) => one.id)
  expect(await ids('dana')).toContain(id)
  expect(await ids('tom')).not.toContain(id)
  expect(await ids('tom', '&languages=all')).toContain(id)
  const first = (await house.as('dana').get('/topic-proposals?limit=1&languages=all')).json
  const second = (await house.as('dana').get(`/topic-proposals?limit=1&languages=all&cursor=${first.next}`)).json
  expect(first.items[0].id).not.toBe(second.items[0].id)
})

test('who leaves takes open answers along; what stands in the history loses the name', async () => {
  const leaver = await house.a.member({ handle: 'leaving', languages: ['en', 'zh-Hans'] })
  const { zh, en } = await pair()
  const { id } = (await ask('leaving', zh, en)).json
  await house.as('leaving').put(`/topics/${en}/follow`)
  const { topics } = await import('../index.ts')
  await house.ground.db.transaction(async (tx) => topics.forget?.(tx, leaver))
  expect((await house.as(null).get(`/topic-proposals/${id}`)).json).toMatchObject({ same: 0, askedBy: null })
  expect((await house.as(null).get(`/topic-proposals/${id}/history`)).json.items.at(-1)).toMatchObject({ act: 'asked', by: null })
  expect(await followedTopics(house.ground.db.q, leaver as ActorId)).toEqual([])
})

test('an unknown proposal and an unknown topic are not there', async () => {
  const nowhere = '019ca945-f460-7513-8308-00a513cbf580'
  expect((await house.as('mei').get(`/topic-proposals/${nowhere}`)).status).toBe(404)
  expect((await house.as('mei').put(`/topic-proposals/${nowhere}/answer`, { answer: 'same' })).status).toBe(404)
  expect((await ask('mei', 'no such topic at all', 'punk')).status).toBe(404)
  expect(await headsOfTopics(house.ground.db.q, ['no such topic'])).toEqual(new Map())
})
