import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { leave } from '#features/people/leave.ts'
import type { ActorId, BoardId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { wrongCounts } from './queries/boards.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
let trip: BoardId
beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['lin', 'dana', 'mei', 'zoe']) id[handle] = await house.a.member({ handle })
})
afterAll(() => house.close())

const ask = (who: string, as = 'dana') => house.as(as).put(`/boards/${trip}/people/${id[who]}`)
const join = (as: string) => house.as(as).put(`/boards/${trip}/part`)
const savesOf = async (note: string) => (await house.as('lin').get(`/notes/${note}`)).json.saveCount
const seenBy = async (as: string | null) => (await house.as(as).get(`/boards/${trip}`)).status
beforeEach(async () => {
  trip = (await house.as('dana').post('/boards', { name: 'Trip', secret: true })).json.id
})

test('the owner asks by hand, the one asked looks, says yes, and both keep the board', async () => {
  expect(await seenBy('mei')).toBe(404)
  expect((await join('mei')).status).toBe(404)
  expect((await ask('mei')).status).toBe(204)
  expect((await ask('mei')).status).toBe(204)
  expect((await house.as('mei').get('/board-invitations')).json.items).toMatchObject([{ id: trip, part: 'asked', owner: { handle: 'dana' } }])
  expect((await house.as('mei').get('/boards')).json.items).toEqual([])
  const note = await house.a.note('lin')
  expect((await house.as('mei').put(`/boards/${trip}/notes/${note}`)).status).toBe(404)
  expect((await house.as('dana').get(`/boards/${trip}`)).json).toMatchObject({ people: [], asked: [{ handle: 'mei' }], shared: false })

  expect((await join('mei')).json).toMatchObject({ part: 'joined', mine: false, shared: true, people: [{ handle: 'mei' }], asked: [] })
  expect((await house.as('mei').get('/board-invitations')).json.items).toEqual([])
  expect((await house.as('mei').get('/boards')).json.items).toMatchObject([{ id: trip, part: 'joined' }])
  expect((await house.as('mei').put(`/boards/${trip}/notes/${note}`)).status).toBe(204)
  const section = (await house.as('mei').post(`/boards/${trip}/sections`, { name: 'Food' })).json.id
  expect((await house.as('mei').patch(`/boards/${trip}/sections/${section}`, { name: 'Meals' })).status).toBe(204)
  expect((await house.as('dana').get(`/boards/${trip}`)).json).toMatchObject({ noteCount: 1, sections: [{ name: 'Meals' }] })
  expect(await seenBy('zoe')).toBe(404)
  expect(await seenBy(null)).toBe(404)
})

test('whoever keeps it along does not rename, open, delete or share it', async () => {
  await ask('mei')
  await join('mei')
  const mei = house.as('mei')
  const tries = [
    mei.patch(`/boards/${trip}`, { name: 'Mine' }),
    mei.patch(`/boards/${trip}`, { secret: false }),
    mei.delete(`/boards/${trip}`),
    mei.put(`/boards/${trip}/people/${id.zoe}`),
    mei.delete(`/boards/${trip}/people/${id.mei}`),
  ]
  for (const { status } of await Promise.all(tries)) expect(status).toBe(404)
  expect((await house.as('dana').get(`/boards/${trip}`)).json).toMatchObject({ name: 'Trip', secret: true, people: [{ handle: 'mei' }] })
})

test('a save is of whoever put the note there; taking it off by the other ends it', async () => {
  await ask('mei')
  await join('mei')
  const note = await house.a.note('lin')
  expect((await house.as('mei').put(`/notes/${note}/save`, { boardIds: [trip] })).json).toMatchObject({ saved: true, saveCount: 1, boards: [{ id: trip }] })
  expect((await house.as('dana').get(`/notes/${note}`)).json).toMatchObject({ saved: false, saveCount: 1 })
  expect((await house.as('mei').get(`/notes/${note}/save`)).json).toMatchObject({ boards: [{ id: trip }], others: [] })
  expect((await house.as('dana').get(`/notes/${note}/save`)).json).toMatchObject({ boards: [], others: [{ id: trip, by: { handle: 'mei' } }] })
  expect((await house.as('zoe').get(`/notes/${note}/save`)).json).toEqual({ boards: [], others: [] })
  await house.as('dana').delete(`/notes/${note}/save`)
  expect((await house.as('dana').get(`/boards/${trip}`)).json.noteCount).toBe(1)
  await house.as('dana').delete(`/boards/${trip}/notes/${note}`)
  expect((await house.as('mei').get(`/notes/${note}`)).json).toMatchObject({ saved: false, saveCount: 0 })
  expect(await wrongCounts(house.ground.db.q)).toBe(0)
})

test('who leaves, or is asked out, no longer sees a secret board; what they put there stays, as its owner’s', async () => {
  const note = await house.a.note('lin')
  for (const end of [() => house.as('mei').delete(`/boards/${trip}/part`), () => house.as('dana').delete(`/boards/${trip}/people/${id.mei}`)]) {
    await ask('mei')
    await join('mei')
    await house.as('mei').put(`/boards/${trip}/notes/${note}`)
    expect((await end()).status).toBe(204)
    expect(await seenBy('mei')).toBe(404)
    expect((await house.as('mei').put(`/boards/${trip}/notes/${note}`)).status).toBe(404)
    expect((await house.as('dana').get(`/boards/${trip}`)).json).toMatchObject({ noteCount: 1, people: [] })
    expect((await house.as('mei').get(`/notes/${note}`)).json).toMatchObject({ saved: false, saveCount: 1 })
    expect((await house.as('dana').get(`/notes/${note}`)).json.saved).toBe(true)
    await house.as('dana').delete(`/boards/${trip}/notes/${note}`)
  }
  expect(await savesOf(note)).toBe(0)
})

test('saying no takes the invitation away', async () => {
  await ask('mei')
  await house.as('mei').delete(`/boards/${trip}/part`)
  expect((await house.as('mei').get('/board-invitations')).json.items).toEqual([])
  expect((await join('mei')).status).toBe(404)
})

test('a block ends it both ways, and nobody asks whom they blocked', async () => {
  await ask('zoe')
  await join('zoe')
  await house.as('zoe').put(`/actors/${id.dana}/block`)
  expect(await seenBy('zoe')).toBe(404)
  await house.settle()
  await house.as('zoe').delete(`/actors/${id.dana}/block`)
  expect(await seenBy('zoe')).toBe(404)
  await house.as('zoe').put(`/actors/${id.dana}/block`)
  expect((await ask('zoe')).status).toBe(404)
  await house.as('zoe').delete(`/actors/${id.dana}/block`)
})

test('a member under 16 is asked only by whom they follow; nobody asks themselves', async () => {
  id.kid = await house.a.member({ handle: 'kid', minor: true })
  expect((await ask('kid')).status).toBe(404)
  await house.as('kid').put(`/actors/${id.dana}/follow`)
  expect((await ask('kid')).status).toBe(204)
  expect((await ask('dana')).status).toBe(404)
})

test('two who keep one board in parallel leave exact counts', async () => {
  await ask('mei')
  await join('mei')
  const notes = await Promise.all(Array.from({ length: 6 }, () => house.a.note('lin')))
  await Promise.all(notes.flatMap((note) => ['dana', 'mei'].map((as) => house.as(as).put(`/notes/${note}/save`, { boardIds: [trip] }))))
  await Promise.all(notes.map((note, i) => house.as(i % 2 ? 'mei' : 'dana').delete(`/boards/${trip}/notes/${note}`)))
  expect((await house.as('dana').get(`/boards/${trip}`)).json.noteCount).toBe(0)
  for (const note of notes) expect(await savesOf(note)).toBe(0)
  expect(await wrongCounts(house.ground.db.q)).toBe(0)
})

test('a hundred are asked to a board, and not one more', async () => {
  const rows = Array.from({ length: 99 }, () => ({
    board_id: trip,
    actor_id: house.ground.ids.next<ActorId>(),
    state: 'asked' as const,
    created_at: house.clock.now(),
  }))
  await house.ground.db.q.insertInto('board_people').values(rows).execute()
  expect((await ask('mei')).status).toBe(204)
  expect((await ask('zoe')).json).toMatchObject({ type: '/problems/too-many', facts: { count: 100 } })
})

test('when somebody leaves the place, their part goes, and saves on their board with it', async () => {
  const sam = await house.a.member({ handle: 'sam' })
  const note = await house.a.note('lin')
  const theirs = (await house.as('sam').post('/boards', { name: 'Theirs' })).json.id
  await house.as('sam').put(`/boards/${theirs}/people/${id.mei}`)
  await house.as('mei').put(`/boards/${theirs}/part`)
  await house.as('mei').put(`/boards/${theirs}/notes/${note}`)
  const other = await house.a.note('lin')
  id.sam = sam
  await ask('sam')
  await join('sam')
  await house.as('sam').put(`/boards/${trip}/notes/${other}`)
  await leave(house.ground, sam)
  await house.settle()
  expect(await savesOf(note)).toBe(0)
  expect((await house.as('dana').get(`/boards/${trip}`)).json).toMatchObject({ noteCount: 1, people: [] })
  expect((await house.as('dana').get(`/notes/${other}`)).json).toMatchObject({ saved: true, saveCount: 1 })
})
