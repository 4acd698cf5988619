import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jpeg, upload } from '#features/media/media.harness.ts'
import { subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { indexSubject } from './index-subject.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
const note: Record<string, string> = {}

const write = async (name: string, by: string, input: object) => {
  house.clock.move(60_000)
  const { status, json } = await house.as(by).post('/notes', { kind: 'text', ...input })
  expect(status, JSON.stringify(json)).toBe(201)
  note[name] = json.id
}
const search = async (q: string, more = '', as: string | null = null) => (await house.as(as).get(`/search?q=${encodeURIComponent(q)}${more}`)).json
const notesIn = (answer: { items: { kind: string; tile?: { id: string } }[] }) =>
  answer.items.flatMap((item) => (item.kind === 'note' && item.tile ? [item.tile.id] : []))

beforeAll(async () => {
  house = await openHouse()
  id.lin = await house.a.member({ handle: 'lin', name: '林小满', languages: ['zh-Hans'] })
  id.dana = await house.a.member({ handle: 'dana', name: 'Dana Kowalski' })
  await write('zh', 'lin', { title: '地下室的第一场演出', body: '朋克 乐队在成都的地下室演出，邻居也来听，晚上吃了红烧肉。' })
  await write('en', 'dana', { title: 'A house show on Saturday', body: 'Three bands in a Hamtramck basement, one of them pure shoegaze.', topics: ['punk'] })
  await write('secret', 'dana', { title: 'Quokkaphone', body: 'Only followers may know of the quokkaphone.', visibility: 'followers' })
  await write('unlisted', 'dana', { title: 'Zyxwvut list', body: 'Not listed anywhere: zyxwvut.', visibility: 'unlisted' })
  await house.settle()
})
afterAll(() => house.close())

test('朋克 finds an English note tagged #punk, and says why', async () => {
  const found = await search('朋克')
  expect(notesIn(found)).toEqual(expect.arrayContaining([note.en, note.zh]))
  expect(found.items.find((item: { tile?: { id: string } }) => item.tile?.id === note.en)).toMatchObject({ why: 'topic' })
  expect(found.items[0]).toMatchObject({ kind: 'topic', topic: { id: 'punk' } })
})

test('Chinese is found without spaces: 朋克乐队 finds “朋克 乐队”, two characters are enough, one is too', async () => {
  for (const q of ['朋克乐队', '演出', '邻居', '肉', '紅燒肉', '地下室']) expect(notesIn(await search(q)), q).toContain(note.zh)
  expect(notesIn(await search('摇滚乐'))).not.toContain(note.zh)
})

test('a slip of the finger is understood and said', async () => {
  const found = await search('shoegase')
  expect(notesIn(found)).toEqual([note.en])
  expect(found.corrected).toBe('shoegaze')
})

test('filters narrow: language, time, kind', async () => {
  expect(notesIn(await search('朋克', '&language=en'))).toEqual([note.en])
  expect(notesIn(await search('basement', '&days=1'))).toEqual([note.en])
  expect(notesIn(await search('basement', '&pictures=true'))).toEqual([])
})

test('what is for followers or unlisted is found by nobody, in no way: results, counts, suggestions, spelling', async () => {
  await house.as('lin').put(`/actors/${id.dana}/follow`)
  for (const who of [null, 'lin']) {
    for (const q of ['quokkaphone', 'quokkaphon', 'zyxwvut', 'Quokkaphone']) {
      const found = await search(q, '', who)
      expect({ items: found.items, corrected: found.corrected }).toEqual({ items: [], corrected: null })
    }
    expect((await house.as(who).get('/search/suggestions?q=quokk')).json.items).toEqual([])
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from search_words where word like 'quokk%' or word like 'zyxw%'`.execute(
    house.ground.db.q,
  )
  expect(rows[0]?.n).toBe(0)
})

test('suggestions show both scripts, at most eight', async () => {
  const { json } = await house.as(null).get(`/search/suggestions?q=${encodeURIComponent('pun')}`)
  expect(json.items.length).toBeLessThanOrEqual(8)
  expect(json.items).toContainEqual(
    expect.objectContaining({
      kind: 'topic',
      label: 'punk',
      labels: [
        { language: 'en', label: 'punk' },
        { language: 'zh-Hans', label: '朋克' },
      ],
    }),
  )
})

test('blocked people are not found by each other, and a deleted note by nobody', async () => {
  await house.as('dana').put(`/actors/${id.lin}/block`)
  expect(notesIn(await search('basement', '', 'lin'))).toEqual([])
  expect(notesIn(await search('basement', '', null))).toEqual([note.en])
  await house.as('dana').delete(`/actors/${id.lin}/block`)
  await house.as('dana').delete(`/notes/${note.en}`)
  await house.settle()
  expect(notesIn(await search('basement'))).toEqual([])
})

test('odd queries are answered, not broken', async () => {
  for (const q of ['', ' ', '%', '\\', '"', '#', '🔥', 'a'.repeat(200), '\u0000x', '(((', '-'.repeat(100)])
    expect([200, 400]).toContain((await house.as(null).get(`/search?q=${encodeURIComponent(q)}`)).status)
})

test('notes with a word are counted for whoever asks, none that are secret to them', async () => {
  const count = async (q: string, as: string | null = null) => (await house.as(as).get(`/search/count?q=${encodeURIComponent(q)}`)).json
  await write('third', 'lin', { title: '邻居的猫', body: '它每天来吃鱼。' })
  await house.settle()
  expect(await count('邻居')).toEqual({ count: 2, more: false })
  expect(await count('quokkaphone', 'lin')).toEqual({ count: 0, more: false })
  expect(await count('  ')).toEqual({ count: 0, more: false })
  await house.as('lin').put(`/actors/${id.dana}/block`)
  expect([await count('邻居', 'dana'), await count('邻居', 'lin')]).toMatchObject([{ count: 0 }, { count: 2 }])
  await house.as('lin').delete(`/actors/${id.dana}/block`)
})

test('the words in a picture, and what they mean, find the note that shows it; no longer when the picture goes, and never what is not for all', async () => {
  const boxes = [{ x: 0.1, y: 0.1, width: 0.5, height: 0.2, words: '泡椒凤爪', meaning: 'Pickled gribblefeet' }]
  const shown: Record<string, string> = {}
  for (const visibility of ['public', 'followers']) {
    const picture = await upload(house, 'dana', await jpeg(300, visibility.length * 30))
    const { json } = await house.as('dana').post('/notes', { title: 'The menu', visibility, pictures: [{ id: picture }] })
    shown[visibility] = json.id
    expect((await house.as('dana').put(`/pictures/${picture}/words`, { revision: 0, language: 'zh-Hans', into: 'en', boxes })).status).toBe(200)
  }
  await house.settle()
  for (const q of ['泡椒凤爪', 'gribblefeet']) expect(notesIn(await search(q)), q).toEqual([shown.public])
  const other = await upload(house, 'dana', await jpeg(300, 77))
  await house.as('dana').patch(`/notes/${shown.public}`, { pictures: [{ id: other }] })
  await house.settle()
  for (const q of ['泡椒凤爪', 'gribblefeet']) expect(notesIn(await search(q)), q).toEqual([])
})

test('what is taken back while it is being indexed does not stay in the index', async () => {
  const { searchable } = house.ground.house
  await write('plain', 'dana', { title: 'Flibbertwist', body: 'For all.', visibility: 'public' })
  await house.settle()
  const contribution = searchable.get('note')
  if (!contribution) throw new Error('notes are not searched')
  const { promise, resolve } = Promise.withResolvers<void>()
  let loads = 0
  searchable.set('note', {
    ...contribution,
    async load(db, one) {
      const document = await contribution.load(db, one)
      loads += 1
      if (loads === 1) await promise
      return document
    },
  })
  const index = () => indexSubject(house.ground, subject('note', note.plain as string))
  const before = index()
  await expect.poll(() => loads).toBe(1)
  await house.as('dana').patch(`/notes/${note.plain}`, { visibility: 'followers' })
  let isOver = false
  const after = index().then(() => {
    isOver = true
  })
  const isWaiting = async () =>
    (
      await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        house.ground.db.q,
      )
    ).rows[0]?.n !== 0
  await expect.poll(async () => isOver || (await isWaiting())).toBe(true)
  resolve()
  await Promise.all([before, after])
  searchable.set('note', contribution)
  expect(
    await house.ground.db.q
      .selectFrom('search_documents')
      .select('id')
      .where('id', '=', note.plain as string)
      .execute(),
  ).toEqual([])
})

describe('words of a translation find its note', () => {
  const add = async (who: string, title: string) =>
    (await house.as(who).post('/layers', { subjectKind: 'note', subjectId: note.zh, language: 'en', title, body: '' })).json.id
  beforeAll(async () => {
    for (const handle of ['eva', 'finn', 'gil', 'hana']) id[handle] = await house.a.member({ handle, languages: ['en', 'zh-Hans'] })
  })

  test('until readers of both languages voted it away', async () => {
    const layer = await add('dana', 'Zorbleforth in a cellar')
    await house.settle()
    expect(notesIn(await search('zorbleforth'))).toEqual([note.zh])
    for (const who of ['eva', 'finn', 'gil']) expect((await house.as(who).put(`/layers/${layer}/vote`, { value: -1 })).status).toBe(200)
    await house.settle()
    expect(notesIn(await search('zorbleforth'))).toEqual([])
    await house.as('gil').put(`/layers/${layer}/vote`, { value: 0 })
    await house.settle()
    expect(notesIn(await search('zorbleforth'))).toEqual([note.zh])
  })

  test('until its maker has left', async () => {
    await add('hana', 'Quibblewick in a cellar')
    await house.settle()
    expect(notesIn(await search('quibblewick'))).toEqual([note.zh])
    const actorId = id.hana as ActorId
    await house.ground.db.transaction((tx) => house.ground.outbox.announce(tx, 'member.left', { actorId }, actorId))
    await house.settle()
    expect(notesIn(await search('quibblewick'))).toEqual([])
  })
})
