import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findActor } from '#features/people/index.ts'
import { until } from '#tests/browser/until.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { openTopics, resolveHashtags, topicBriefs, topicsByLabels } from './index.ts'
import { seedTopics } from './seed.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
})
afterAll(() => house.close())

const resolve = async (names: string[], language = 'en') => {
  const lin = await findActor(house.ground.db.q, { handle: 'lin' })
  return house.ground.db.transaction((tx) => resolveHashtags(tx, house.ground, names, language, lin?.id as never))
}

test('every label of every language resolves to its own concept', async () => {
  const [, ...rows] = readFileSync(new URL('./data/topics.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const expected = new Map<string, string>()
  for (const row of rows) {
    const [id = '', , ...cells] = row.split('\t')
    for (const label of cells.flatMap((cell) => cell.split('|')).filter(Boolean)) if (!expected.has(label)) expected.set(label, id)
  }
  const found = await topicsByLabels(house.ground.db.q, [...expected.keys()])
  const wrong = [...expected].filter(([label, id]) => found.get(label) !== id)
  expect(wrong.length / expected.size).toBeLessThan(0.005)
})

test('spellings of one concept are one topic', async () => {
  expect(await resolve(['#朋克', 'PUNK', 'パンク', '#панк', 'ｐｕｎｋ', 'post punk', '#PostPunk', 'post-punk'])).toEqual(['punk', 'post-punk'])
})

test('an unknown hashtag becomes a topic that its next spelling finds', async () => {
  const [first] = await resolve(['#窗台花园日记'], 'zh-Hans')
  expect(await resolve(['窗台花园日记'])).toEqual([first])
  const page = `/topics/${encodeURIComponent('窗台花园日记')}`
  expect((await house.as('lin').get(page)).json).toMatchObject({ id: first, label: '窗台花园日记', kind: 'member' })
  // Nobody else hears of it before a note that everybody may read bears it.
  expect((await house.as(null).get(page)).status).toBe(404)
  expect((await house.as(null).get(`/topics/suggestions?q=${encodeURIComponent('窗台花园')}`)).json.items).toEqual([])
  await house.ground.db.transaction((tx) => openTopics(tx, house.ground, [first ?? ''], house.ground.ids.next()))
  expect((await house.as(null).get(page)).json).toMatchObject({ id: first })
  expect((await house.as(null).get(`/topics/suggestions?q=${encodeURIComponent('窗台花园')}`)).json.items).toHaveLength(1)
})

test('two who write a new hashtag at the same moment write one topic', async () => {
  const { ground } = house
  const lin = await findActor(ground.db.q, { handle: 'lin' })
  const isWaiting = async () =>
    (
      await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        ground.db.q,
      )
    ).rows[0]?.n ?? 0
  let second: string[] | undefined
  const { first, other } = await ground.db.transaction(async (tx) => {
    const made = await resolveHashtags(tx, ground, ['#新歌上线', '#夜里的海'], 'zh-Hans', lin?.id as never)
    const beside = resolve(['#夜里的海', '新歌上线']).then((ids) => {
      second = ids
      return ids
    })
    await expect.poll(async () => second !== undefined || (await isWaiting()) > 0).toBe(true)
    return { first: made, other: [beside] }
  })
  expect((await other[0])?.toReversed()).toEqual(first)
})

test('whoever writes a label in private finds its topic, and cannot tell from it whether somebody wrote it before', async () => {
  for (const handle of ['first', 'later', 'else']) await house.a.member({ handle, languages: ['en'] })
  const found = async (who: string | null) => {
    const { status } = await house.as(who).get(`/topics/${encodeURIComponent('夜里的灯塔')}`)
    return [status, (await house.as(who).get(`/topics/suggestions?q=${encodeURIComponent('夜里的灯')}`)).json.items.length]
  }
  const write = (who: string) =>
    house.as(who).post('/notes', { kind: 'text', title: 'A lighthouse', body: 'At night.', topics: ['夜里的灯塔'], visibility: 'self' })
  await write('first')
  expect([await found('first'), await found('later'), await found(null)]).toEqual([
    [200, 1],
    [404, 0],
    [404, 0],
  ])
  await write('later')
  expect([await found('first'), await found('later'), await found('else'), await found(null)]).toEqual([
    [200, 1],
    [200, 1],
    [404, 0],
    [404, 0],
  ])
})

test('what is not open is called as its writer spelled it, and opens as the note spells it that everybody may read', async () => {
  const write = (who: string, tag: string, visibility: string) =>
    house.as(who).post('/notes', { kind: 'text', title: 'Fog', body: 'At night.', topics: [tag], visibility, language: 'en' })
  const label = async (who: string) => {
    const { json } = await house.as(who).get('/topics/nightferry')
    const suggested = (await house.as(who).get('/topics/suggestions?q=nightf')).json.items
    return [json.label, json.names, suggested.map((one: { label: string }) => one.label)]
  }
  const named = (spelling: string) => [spelling, [{ language: 'en', label: spelling, aliases: [] }], [spelling]]
  await write('first', 'NightFERRY', 'self')
  const { json } = await write('later', 'night ferry', 'followers')
  expect([await label('first'), await label('later')]).toEqual([named('NightFERRY'), named('night ferry')])
  // Who reads a note reads its author's spelling, whatever they wrote themselves.
  await house.as('else').put(`/actors/${(await findActor(house.ground.db.q, { handle: 'later' }))?.id}/follow`)
  await write('else', 'Night-Ferry', 'self')
  const chips = async (who: string) => (await house.as(who).get(`/notes/${json.id}`)).json.topics.map((one: { label: string }) => one.label)
  expect([await chips('later'), await chips('else'), (await label('else'))[0]]).toEqual([['night ferry'], ['night ferry'], 'Night-Ferry'])
  // An edit that names it by its id keeps the spelling.
  await house.as('later').patch(`/notes/${json.id}`, { topics: ['nightferry'] })
  expect(await chips('later')).toEqual(['night ferry'])
  await write('else', 'Night-Ferry', 'public')
  await house.settle()
  expect([await label('first'), await label('later')]).toEqual([named('Night-Ferry'), named('Night-Ferry')])
})

test('a chip shows both scripts, and following works from either label', async () => {
  const lin = house.as('lin')
  expect((await lin.get('/topics/suggestions?q=朋')).json.items[0]).toMatchObject({ id: 'punk', label: '朋克', labels: [{ label: '朋克' }, { label: 'punk' }] })
  expect((await lin.put('/topics/punk/follow')).status).toBe(204)
  expect((await lin.get(`/topics/${encodeURIComponent('朋克')}`)).json).toMatchObject({ id: 'punk', following: true })
  expect((await lin.get('/topics')).json.items.map((topic: { id: string }) => topic.id)).toEqual(['punk'])
  for (const topic of ['shoegaze', 'cooking']) {
    house.clock.move(1000)
    await lin.put(`/topics/${topic}/follow`)
  }
  const first = (await lin.get('/topics?limit=2')).json
  const rest = (await lin.get(`/topics?limit=2&cursor=${first.next}`)).json
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)
  expect([idsOf(first), idsOf(rest), rest.next]).toEqual([['cooking', 'shoegaze'], ['punk'], null])
  expect((await lin.get('/topics?cursor=nonsense')).json.type).toBe('/problems/bad-cursor')
  for (const topic of ['shoegaze', 'cooking']) await lin.delete(`/topics/${topic}/follow`)
  await lin.delete('/topics/punk/follow')
  expect((await lin.get('/topics')).json.items).toEqual([])
})

test('a name that is kept at hand is the new one once the topic is named anew', async () => {
  const { db } = house.ground
  const nameOf = async () => (await topicBriefs(db.read(), ['shoegaze'], 'en', null)).get('shoegaze')?.label
  const before = await nameOf()
  await db.q
    .updateTable('topic_labels')
    .set({ label: 'Gazing at shoes' })
    .where('topic_id', '=', 'shoegaze')
    .where('language', '=', 'en')
    .where('position', '=', 0)
    .execute()
  expect(await until(nameOf, (name) => name !== before)).toBe('Gazing at shoes')
})

test('a curator places what members coined among the topics; the page of each says so, and a new seed brings nothing back', async () => {
  await house.a.member({ handle: 'mod', languages: ['en'], role: 'moderator' })
  const { ground } = house
  const [coined = ''] = await resolve(['#blackened skiffle'])
  await ground.db.transaction((tx) => openTopics(tx, ground, [coined], ground.ids.next()))
  const link = (id: string, other: string, as: string, who = 'mod') => house.as(who).put(`/admin/topics/${encodeURIComponent(id)}/links`, { other, as })
  const near = async (id: string) => {
    const { json } = await house.as(null).get(`/topics/${encodeURIComponent(id)}`)
    return Object.fromEntries(
      ['broader', 'narrower', 'related', 'apart'].flatMap((kind) => (json[kind].length > 0 ? [[kind, json[kind].map(({ id }: { id: string }) => id)]] : [])),
    )
  }
  expect((await link(coined, 'punk', 'broader', 'lin')).status).toBe(404)
  expect((await link(coined, 'nobody-wrote-this', 'broader')).json.type).toBe('/problems/topic-unknown')
  expect((await link(coined, 'blackened skiffle', 'broader')).json.type).toBe('/problems/topics-one-already')
  expect((await link(coined, '朋克', 'broader')).json.broader).toMatchObject([{ id: 'punk' }])
  expect(await near(coined)).toEqual({ broader: ['punk'] })
  expect((await near('punk')).narrower).toContain(coined)
  await link('punk', coined, 'related')
  expect(await near(coined)).toEqual({ related: ['punk'] })
  await link(coined, 'punk', 'apart')
  expect(await near(coined)).toEqual({ apart: ['punk'] })
  await link('punk', coined, 'none')
  expect(await near(coined)).toEqual({})

  const [seeded = ''] = (await near('shoegaze')).broader ?? []
  await link('shoegaze', seeded, 'none')
  await ground.db.transaction((tx) => tx.deleteFrom('host_settings').where('key', '=', 'topics.seeded').execute())
  await seedTopics(ground)
  expect((await near('shoegaze')).broader ?? []).not.toContain(seeded)
})
