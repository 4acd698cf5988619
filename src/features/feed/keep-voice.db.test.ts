import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, MINUTE } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { closePromises } from './promises/close-promises.ts'
import { factsOf } from './queries/training.ts'
import { pageReader } from './reader.ts'
import { sourcesOf } from './sources.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
const FAKES = Array.from({ length: 30 }, (_, at) => `fake_${at}`)

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['dana', 'mei', 'kai', ...FAKES]) id[handle] = await house.a.member({ handle })
  for (const [at, handle] of FAKES.entries()) await mark(handle, [`device ${at % 4}`, 'made together'])
  await mark('kai', ['a home'])
})
afterAll(() => house.close())

const mark = (handle: string, marks: string[]) =>
  house.ground.db.q
    .insertInto('member_origins')
    .values(marks.map((one) => ({ actor_id: id[handle] as ActorId, mark: one, at: house.clock.now() })))
    .execute()
async function write(handle: string, input: object = {}): Promise<NoteId> {
  house.clock.move(MINUTE)
  const note = await house.a.note(handle, { title: `Something of ${handle}`, topics: ['hiking'], ...input })
  await house.settle()
  return note
}
/** What each source of Discover brings this reader now, past what is kept for some seconds. */
async function brought(handle: string): Promise<Record<string, string[]>> {
  house.clock.move(MINUTE)
  const { reader } = await pageReader(house.ground, await house.viewer(handle))
  const asked = { seed: 1, now: house.clock.now().getTime(), slots: 12, trail: { slots: 0, notes: [], authors: [] } }
  const found = await Promise.all(
    Object.entries(sourcesOf(house.ground)).map(async ([name, source]) => [name, (await source(reader, asked)).map((one) => one.id)] as const),
  )
  return Object.fromEntries(found)
}
const LISTS = ['hottest', 'fresh', 'topics', 'explore'] as const

test('of thirty accounts of one hand one comes into the lists of Discover; who shares no mark is there with everything', async () => {
  await house.as('dana').put('/topics/hiking/follow')
  const fakes: NoteId[] = []
  for (const handle of FAKES) fakes.push(await write(handle))
  const honest = [await write('kai'), await write('kai'), await write('mei')]
  const lists = await brought('dana')
  for (const name of LISTS) {
    expect(lists[name], name).toEqual(expect.arrayContaining(honest))
    expect(
      lists[name]?.filter((note) => fakes.includes(note as NoteId)),
      name,
    ).toEqual([fakes[0]])
  }
  expect((await factsOf(house.ground.db.q, fakes)).map((note) => note.id)).toEqual([fakes[0]])
})

test('it stands where it was sent all the same: with followers, on its topic’s page, in the list by time', async () => {
  const waits = await write('fake_7')
  await house.as('dana').put(`/actors/${id.fake_7}/follow`)
  await house.settle()
  expect((await brought('dana')).people).toContain(waits)
  const ids = async (path: string) => (await house.as('mei').get(path)).json.items.map((tile: { id: string }) => tile.id)
  expect(await ids('/topics/hiking/notes')).toContain(waits)
  const tile = (await house.as('mei').get(`/notes/${waits}`)).json
  expect(JSON.stringify(tile)).not.toMatch(/waits|mark/)
})

test('a like by one of their own opens nothing, by somebody else all that the author wrote', async () => {
  const [one, two] = [await write('fake_9'), await write('fake_9')]
  await house.as('fake_10').put(`/notes/${one}/like`)
  await house.settle()
  expect((await brought('dana')).fresh).not.toContain(one)
  await house.as('mei').put(`/notes/${one}/like`)
  await house.settle()
  expect((await brought('dana')).fresh).toEqual(expect.arrayContaining([one, two]))
  expect((await brought('dana')).topics).toContain(one)
  const later = await write('fake_9')
  expect((await brought('dana')).fresh).toContain(later)
})

test('an edit lets nothing in; the next day another of them has the voice, and the marks’ voices are forgotten', async () => {
  const waits = await write('fake_11')
  await house.as('fake_11').patch(`/notes/${waits}`, { title: 'Another title' })
  await house.settle()
  expect((await brought('dana')).fresh).not.toContain(waits)
  house.clock.move(DAY)
  const next = await write('fake_12')
  expect((await brought('dana')).fresh).toContain(next)
  expect((await brought('dana')).fresh).not.toContain(waits)
  house.clock.move(2 * DAY)
  await closePromises(house.ground).run({}, new AbortController().signal)
  expect((await sql`select 1 from feed_voices`.execute(house.ground.db.q)).rows).toEqual([])
})
