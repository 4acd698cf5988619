import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepOrigin } from '#features/people/origins.ts'
import { after, DAY, HOUR, type Instant, MINUTE } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { wrongSums } from '../queries/payments.ts'
import { closePromises } from './close-promises.ts'
import { payPromises } from './pay-promises.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['dana', 'mei', 'kai', 'tom', 'ellie']) id[handle] = await house.a.member({ handle })
  house.clock.move(2 * DAY)
})
afterAll(() => house.close())

async function write(handle: string, input: object = {}): Promise<NoteId> {
  house.clock.move(MINUTE)
  const note = await house.a.note(handle, input)
  await house.settle()
  return note
}
const promised = async (noteId: NoteId) =>
  (
    await sql<{ state: string; owed: number; given: number; starts_at: Instant; due_at: Instant }>`select * from promises where note_id = ${noteId}`.execute(
      house.ground.db.q,
    )
  ).rows[0]
const pay = (...seen: [NoteId, ActorId, Instant][]) =>
  house.ground.db.transaction((tx) =>
    payPromises(
      tx,
      seen.map(([noteId, readerId, at]) => ({ noteId, readerId, at, slot: 3 })),
    ),
  )
const count = async (table: string): Promise<number> => (await sql`select 1 from ${sql.table(table)}`.execute(house.ground.db.q)).rows.length
const now = () => house.clock.now()

/** Members by the hundred. */
async function addMembers(ids: ActorId[]): Promise<void> {
  const { q } = house.ground.db
  const joined = after(now(), -3 * DAY)
  await sql`insert into actors (id, handle, uri, name, created_at) select id, 'm' || right(id::text, 12), 'test:' || id, 'm', ${joined} from unnest(${ids}::uuid[]) made (id)`.execute(
    q,
  )
  await sql`insert into members (actor_id, role, state, locale, reads, writes, time_zone, minor, created_at)
    select id, 'member', 'active', 'en', '{en}', '{en}', 'UTC', false, ${joined} from unnest(${ids}::uuid[]) made (id)`.execute(q)
}

test('the first three public notes of a member are owed a hundred impressions in ten days; others nothing', async () => {
  const diary = await write('dana', { title: 'For myself', visibility: 'self' })
  const first = await write('dana', { title: 'Bread' })
  const gone = await write('dana', { title: 'Soup' })
  await house.as('dana').delete(`/notes/${gone}`)
  const third = await write('dana', { title: 'Tea' })
  const fourth = await write('dana', { title: 'Cake' })
  expect(await promised(diary)).toBeUndefined()
  expect(await promised(first)).toMatchObject({ state: 'open', owed: 100, given: 0 })
  expect(await promised(third)).toMatchObject({ state: 'open' })
  expect(await promised(fourth)).toBeUndefined()
  const { starts_at, due_at } = (await promised(first)) ?? {}
  expect(Number(due_at) - Number(starts_at)).toBe(10 * DAY)
  await house.settle()
  expect(await promised(gone)).toMatchObject({ state: 'void' })
})

test('a note by an account of an hour waits until the account is a day old; one that was invited does not wait', async () => {
  const joined = now()
  await house.a.member({ handle: 'new_one' })
  await house.a.member({ handle: 'guest', within: async () => ({ invitedBy: id.mei as ActorId }) })
  const waits = await write('new_one')
  expect((await promised(waits))?.starts_at).toEqual(after(joined, DAY))
  expect((await promised(await write('guest')))?.starts_at.getTime()).toBeLessThanOrEqual(now().getTime())
  await pay([waits, id.mei as ActorId, now()])
  expect(await promised(waits)).toMatchObject({ given: 0 })
})

test('an impression is counted once a reader and day, however often and at once it is sent', async () => {
  const note = await write('mei', { title: 'Once a day' })
  const batch: [NoteId, ActorId, Instant][] = [
    [note, id.kai as ActorId, now()],
    [note, id.tom as ActorId, now()],
    [note, id.kai as ActorId, after(now(), 5 * MINUTE)],
    [note, id.mei as ActorId, now()],
  ]
  await Promise.all(Array.from({ length: 8 }, () => pay(...batch)))
  expect(await promised(note)).toMatchObject({ given: 2 })
  await pay(...batch, [note, id.kai as ActorId, after(now(), DAY)])
  expect(await promised(note)).toMatchObject({ given: 3 })
  expect(await wrongSums(house.ground.db.q)).toEqual([])
})

test('what is taken back with its transaction was never paid', async () => {
  const note = await write('mei', { title: 'Rolled back' })
  const broken = house.ground.db.transaction(async (tx) => {
    await payPromises(tx, [{ noteId: note, readerId: id.kai as ActorId, at: now() }])
    throw new Error('the power went')
  })
  await expect(broken).rejects.toThrow('the power went')
  expect(await promised(note)).toMatchObject({ given: 0 })
  await pay([note, id.kai as ActorId, now()])
  expect(await promised(note)).toMatchObject({ given: 1 })
})

test('neither fresh accounts nor whoever shares device or invitation with the author pay', async () => {
  const at = { network: '198.51.100.0/24', userAgent: 'Firefox' }
  const author = await house.a.member({ handle: 'farmer' })
  const puppet = await house.a.member({ handle: 'puppet' })
  const neighbour = await house.a.member({ handle: 'neighbour' })
  const friend = await house.a.member({ handle: 'friend', within: async () => ({ invitedBy: author }) })
  for (const one of [author, puppet]) await keepOrigin(house.ground, one, at)
  await keepOrigin(house.ground, neighbour, { ...at, userAgent: 'Safari' })
  house.clock.move(DAY + HOUR)
  const note = await write('farmer')
  const fresh = await house.a.member({ handle: 'fresh' })
  for (const reader of [author, puppet, friend, fresh]) await pay([note, reader, now()])
  expect(await promised(note)).toMatchObject({ given: 0 })
  await pay([note, neighbour, now()])
  expect(await promised(note)).toMatchObject({ given: 1 })
})

test('a hundred make it paid, more change nothing, and then nobody can tell who they were', async () => {
  const note = await write('tom', { title: 'A hundred people' })
  const readers = Array.from({ length: 130 }, () => house.ground.ids.next<ActorId>())
  await addMembers(readers)
  const before = await count('promise_readers')
  await Promise.all(
    Array.from({ length: 13 }, (_, i) => pay(...readers.slice(i * 10, i * 10 + 10).map((one): [NoteId, ActorId, Instant] => [note, one, now()]))),
  )
  expect(await promised(note)).toMatchObject({ given: 100, state: 'paid' })
  expect(await count('promise_readers')).toBe(before)
  expect(await wrongSums(house.ground.db.q)).toEqual([])
})

test('what is not for everybody any more is owed nothing more, and an end comes by itself', async () => {
  const narrowed = await write('kai', { title: 'Too much said' })
  const kept = await write('kai', { title: 'Still here' })
  await pay([narrowed, id.tom as ActorId, now()])
  await house.as('kai').patch(`/notes/${narrowed}`, { visibility: 'followers' })
  await house.settle()
  expect(await promised(narrowed)).toMatchObject({ state: 'void', given: 1 })
  await pay([narrowed, id.ellie as ActorId, now()])
  expect(await promised(narrowed)).toMatchObject({ state: 'void', given: 1 })
  await pay([kept, id.tom as ActorId, now()])
  house.clock.move(10 * DAY)
  await pay([kept, id.ellie as ActorId, now()])
  const close = () => closePromises(house.ground).run({}, new AbortController().signal)
  await Promise.all([close(), close()])
  expect(await promised(kept)).toMatchObject({ state: 'expired', given: 1 })
  const { rows } = await sql`select 1 from promises where state = 'open' and due_at <= ${now()}`.execute(house.ground.db.q)
  expect(rows).toEqual([])
  // An old note that is edited is no first note again.
  await sql`delete from promises where note_id = ${kept}`.execute(house.ground.db.q)
  await house.as('kai').patch(`/notes/${kept}`, { title: 'Still here, changed' })
  await house.settle()
  expect(await promised(kept)).toBeUndefined()
})

test('marks are forgotten after thirty days', async () => {
  house.clock.move(31 * DAY)
  await closePromises(house.ground).run({}, new AbortController().signal)
  expect(await count('promise_marks')).toBe(0)
})
