import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leave } from '#features/people/leave.ts'
import type { ActorId, BoardId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { heldUp } from '#tests/overlap.ts'
import { queriesOf } from '#tests/scans.ts'
import { boardViews } from './present.ts'
import { boardsById, wrongCounts } from './queries/boards.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'zoe']) id[handle] = await house.a.member({ handle })
})
afterAll(() => house.close())

const board = async (name: string, secret = false, as = 'dana'): Promise<BoardId> => (await house.as(as).post('/boards', { name, secret })).json.id
const idsOn = async (id: string, as: string | null = 'dana', query = '') =>
  (await house.as(as).get(`/boards/${id}/notes${query}`)).json.items.map((tile: { id: string }) => tile.id)

test('the first save makes the default board, which is secret, in the language of its owner', async () => {
  await house.a.member({ handle: 'xiao', locale: 'zh-Hans', languages: ['zh-Hans'] })
  const note = await house.a.note('lin')
  const { json, status } = await house.as('xiao').put(`/notes/${note}/save`)
  expect(status).toBe(200)
  expect(json).toMatchObject({ saved: true, saveCount: 1, before: [], boards: [{ name: '收藏' }] })
  expect((await house.as('xiao').put(`/notes/${note}/save`)).json).toMatchObject({ saveCount: 1, before: [json.boards[0].id] })
  expect((await house.as('xiao').get('/boards')).json.items).toMatchObject([{ isDefault: true, secret: true, noteCount: 1, mine: true }])
  expect((await house.as('xiao').get(`/notes/${note}`)).json).toMatchObject({ saved: true, saveCount: 1 })
})

test('a note is saved on several boards at once, counts once, and undoing brings back what was', async () => {
  const note = await house.a.note('lin')
  const [a, b] = [await board('A'), await board('B')]
  expect((await house.as('dana').put(`/notes/${note}/save`, { boardIds: [a, b] })).json).toMatchObject({
    saved: true,
    saveCount: 1,
    before: [],
    boards: [{ id: a }, { id: b }],
  })
  const { json } = await house.as('dana').delete(`/notes/${note}/save`)
  expect(json).toMatchObject({ saved: false, saveCount: 0, boards: [], before: [a, b] })
  expect((await house.as('dana').put(`/notes/${note}/save`, { boardIds: json.before })).json).toMatchObject({ saved: true, saveCount: 1 })
  expect((await house.as('dana').put(`/notes/${note}/save`, { boardIds: [b] })).json).toMatchObject({ saveCount: 1, before: [a, b], boards: [{ id: b }] })
  expect((await house.as('dana').get(`/boards/${a}`)).json.noteCount).toBe(0)
  expect((await house.as('dana').get(`/notes/${note}/save`)).json.boards).toEqual([{ id: b, name: 'B' }])
})

test('saves in parallel leave exact counts', async () => {
  const note = await house.a.note('lin')
  const [a, b] = [await board('P'), await board('Q')]
  await Promise.all([[a], [b], [a, b], undefined, [a]].map((boardIds) => house.as('dana').put(`/notes/${note}/save`, boardIds ? { boardIds } : {})))
  const holding = (await house.as('dana').get(`/notes/${note}/save`)).json.boards.length
  expect(await house.ground.db.q.selectFrom('saves').select('board_count').where('note_id', '=', note).execute()).toEqual([{ board_count: holding }])
  expect((await house.as('dana').get(`/notes/${note}`)).json.saveCount).toBe(1)
  expect(await wrongCounts(house.ground.db.q)).toBe(0)
})

test('a board that goes takes its notes by their ids, whatever their order on it', async () => {
  const [first, second] = [await house.a.note('lin'), await house.a.note('lin')]
  const a = await board('Going')
  for (const note of [first, second]) await house.as('dana').put(`/notes/${note}/save`, { boardIds: [a] })
  expect(await idsOn(a)).toEqual([second, first])
  const [free, ended] = await heldUp(
    house,
    (tx) => tx.selectFrom('notes').select('id').where('id', '=', first).forUpdate().execute(),
    [() => house.as('dana').delete(`/boards/${a}`)],
    (tx) => tx.selectFrom('notes').select('id').where('id', '=', second).forUpdate().skipLocked().execute(),
  )
  expect(free).toHaveLength(1)
  expect(ended).toMatchObject({ value: { status: 204 } })
})

test('a save is announced when it begins and when it ends, not in between', async () => {
  const note = await house.a.note('lin')
  const [a, b] = [await board('R'), await board('S')]
  for (const boardIds of [[a], [a, b], [b]]) await house.as('dana').put(`/notes/${note}/save`, { boardIds })
  await house.as('dana').delete(`/boards/${b}`)
  const { rows } = await sql<{ name: string }>`select name from events where key = ${note} and name like 'note.%saved' order by at, id`.execute(
    house.ground.db.q,
  )
  expect(rows.map((row) => row.name)).toEqual(['note.saved', 'note.unsaved'])
})

test('notes have sections and an order that pages keep', async () => {
  const one = await house.a.note('lin', { title: 'one' })
  const two = await house.a.note('lin', { title: 'two' })
  const three = await house.a.note('lin', { title: 'three' })
  const trip = await board('Trip')
  for (const note of [one, two, three]) await house.as('dana').put(`/boards/${trip}/notes/${note}`)
  expect(await idsOn(trip)).toEqual([three, two, one])
  await house.as('dana').put(`/boards/${trip}/notes/${one}`, { before: two })
  expect(await idsOn(trip)).toEqual([three, one, two])
  const first = await house.as('dana').get(`/boards/${trip}/notes?limit=2`)
  expect(await idsOn(trip, 'dana', `?limit=2&cursor=${first.json.next}`)).toEqual([two])
  const section = (await house.as('dana').post(`/boards/${trip}/sections`, { name: 'Food' })).json.id
  await house.as('dana').put(`/boards/${trip}/notes/${two}`, { sectionId: section })
  expect(await idsOn(trip, null, `?sectionId=${section}`)).toEqual([two])
  await house.as('dana').patch(`/boards/${trip}/sections/${section}`, { name: 'Meals' })
  expect((await house.as(null).get(`/boards/${trip}`)).json.sections).toEqual([{ id: section, name: 'Meals' }])
  await house.as('dana').delete(`/boards/${trip}/sections/${section}`)
  expect(await idsOn(trip)).toEqual([three, one, two])
  await house.as('dana').delete(`/boards/${trip}/notes/${one}`)
  expect((await house.as('dana').get(`/boards/${trip}`)).json).toMatchObject({ noteCount: 2, covers: [{ title: 'three' }, { title: 'two' }] })
})

test('a secret board answers nobody else, on any route', async () => {
  const note = await house.a.note('lin')
  const secret = await board('Surprise for Mei', true)
  const section = (await house.as('dana').post(`/boards/${secret}/sections`, { name: 'Hidden' })).json.id
  await house.as('dana').put(`/boards/${secret}/notes/${note}`, { sectionId: section })
  await house.settle()
  for (const as of ['mei', null]) {
    for (const path of [`/boards/${secret}`, `/boards/${secret}/notes`, `/boards/${secret}/notes?sectionId=${section}`])
      expect((await house.as(as).get(path)).status, path).toBe(404)
    const other = await house.as(as).get('/actors/dana/boards')
    expect(JSON.stringify(other.json)).not.toContain(secret)
    expect(JSON.stringify((await house.as(as).get('/search?kind=board&q=surprise')).json)).not.toContain(secret)
    expect(JSON.stringify((await house.as(as).get('/search/suggestions?q=surpr')).json)).not.toContain('Surprise')
  }
  const mei = house.as('mei')
  const tries = [
    mei.patch(`/boards/${secret}`, { secret: false }),
    mei.delete(`/boards/${secret}`),
    mei.put(`/boards/${secret}/notes/${note}`),
    mei.delete(`/boards/${secret}/notes/${note}`),
    mei.post(`/boards/${secret}/sections`, { name: 'x' }),
    mei.patch(`/boards/${secret}/sections/${section}`, { name: 'x' }),
    mei.delete(`/boards/${secret}/sections/${section}`),
    mei.put(`/notes/${note}/save`, { boardIds: [secret] }),
    mei.post('/reports', { subjectKind: 'board', subjectId: secret, kind: 'spam', words: '' }),
  ]
  for (const { status } of await Promise.all(tries)) expect(status).toBe(404)
  expect((await mei.get(`/notes/${note}/save`)).json.boards).toEqual([])
  expect((await mei.get('/boards')).json.items).toEqual([])
  expect((await house.as('dana').get(`/boards/${secret}`)).json).toMatchObject({ name: 'Surprise for Mei', secret: true, noteCount: 1 })
})

test('an open board is found by name, closing it takes it out, and others cannot change it', async () => {
  const open = await board('Hotpot atlas')
  const found = async () => (await house.as('mei').get('/search?kind=board&q=hotpot')).json.items.map((one: { id: string }) => one.id)
  await house.settle()
  expect(await found()).toEqual([open])
  expect((await house.as('mei').patch(`/boards/${open}`, { name: 'Mine' })).status).toBe(404)
  await house.as('dana').patch(`/boards/${open}`, { secret: true })
  expect(await found()).toEqual([])
})

test('notes on an open board are shown to those who may see them', async () => {
  await house.as('zoe').put(`/actors/${id.lin}/follow`)
  const quiet = await house.a.note('lin', { title: 'Quiet', visibility: 'followers' })
  const open = await board('Open', false, 'zoe')
  await house.as('zoe').put(`/boards/${open}/notes/${quiet}`)
  expect(await idsOn(open, 'zoe')).toEqual([quiet])
  for (const as of ['mei', null]) {
    expect(await idsOn(open, as)).toEqual([])
    expect(JSON.stringify((await house.as(as).get(`/boards/${open}`)).json)).not.toContain('Quiet')
    expect((await house.as(as).get('/actors/zoe/boards')).json.items).toMatchObject([{ id: open, covers: [] }])
  }
  expect((await house.as('mei').put(`/notes/${quiet}/save`)).status).toBe(404)
  await house.as('zoe').put(`/actors/${id.mei}/block`)
  expect((await house.as('mei').get(`/boards/${open}`)).status).toBe(404)
})

test('a deleted note leaves all boards, an archived one comes back', async () => {
  const [gone, back] = [await house.a.note('lin'), await house.a.note('lin')]
  const here = await board('Here')
  for (const note of [gone, back]) await house.as('dana').put(`/boards/${here}/notes/${note}`)
  await house.as('lin').delete(`/notes/${gone}`)
  await house.as('lin').put(`/notes/${back}/archive`)
  await house.settle()
  expect(await idsOn(here)).toEqual([])
  await house.as('lin').delete(`/notes/${back}/archive`)
  expect(await idsOn(here)).toEqual([back])
  expect((await house.as('dana').get(`/boards/${here}`)).json.noteCount).toBe(1)
  expect(await wrongCounts(house.ground.db.q)).toBe(0)
})

test('limits are refused', async () => {
  const code = async (body: object) => (await house.as('dana').post('/boards', body)).json.type
  expect(await code({ name: ' ' })).toBe('/problems/board-name')
  expect(await code({ name: '字'.repeat(61) })).toBe('/problems/board-name')
  expect(await code({ name: 'x', description: 'x'.repeat(501) })).toBe('/problems/board-description')
  const full = await board('Full')
  await house.ground.db.q.updateTable('boards').set({ note_count: 1_000 }).where('id', '=', full).execute()
  const note = await house.a.note('lin')
  expect((await house.as('dana').put(`/notes/${note}/save`, { boardIds: [full] })).json.type).toBe('/problems/board-full')
  expect((await house.as('dana').get(`/notes/${note}`)).json.saved).toBe(false)
})

test('boards of who leaves go, and the saves with them', async () => {
  const note = await house.a.note('lin')
  const left = await board('Left', false, 'zoe')
  await house.as('zoe').put(`/boards/${left}/notes/${note}`)
  await leave(house.ground, id.zoe as ActorId)
  await house.settle()
  expect((await house.as('dana').get(`/boards/${left}`)).status).toBe(404)
  expect((await house.as('dana').get(`/notes/${note}`)).json.saveCount).toBe(0)
})

test('a board counts the notes that its viewer may see, in one query for a page of boards', async () => {
  const open = await house.a.note('lin')
  const closed = await house.a.note('lin', { visibility: 'followers' })
  await house.as('dana').put(`/actors/${id.lin}/follow`)
  const boards = [await board('Mixed'), await board('Mixed too')]
  for (const note of [open, closed]) await house.as('dana').put(`/notes/${note}/save`, { boardIds: boards })
  const counts = async (who: string | null) => Promise.all(boards.map(async (one) => (await house.as(who).get(`/boards/${one}`)).json.noteCount))
  expect([await counts('dana'), await counts('mei'), await counts(null)]).toEqual([
    [2, 2],
    [1, 1],
    [1, 1],
  ])
  const mei = await house.viewer('mei')
  const rows = await boardsById(house.ground.db.q, boards)
  const queries = (some: typeof rows) => queriesOf(house, (ground) => boardViews(ground, mei, some))
  expect(await queries(rows)).toBe(await queries(rows.slice(0, 1)))
})
