import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepOrigin } from '#features/people/origins.ts'
import { DAY, HOUR, MINUTE } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Reader } from '#pure/recommender/page/types.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { wholeScans } from '#tests/scans.ts'
import { openFor } from '../queries/due.ts'
import { duePromises } from './due-promises.ts'
import { payPromises } from './pay-promises.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
const notes: Record<string, NoteId> = {}

beforeAll(async () => {
  house = await openHouse()
  for (const [handle, languages] of Object.entries({ dana: ['en'], mei: ['zh-Hans'], kai: ['en'], tom: ['en'], lin: ['zh-Hans'] }))
    id[handle] = await house.a.member({ handle, languages })
  house.clock.move(2 * DAY)
  await house.as('dana').put('/topics/punk/follow')
  for (const [handle, input] of Object.entries({ mei: { topics: ['punk'] }, kai: {}, tom: {} })) {
    house.clock.move(MINUTE)
    notes[handle] = await house.a.note(handle, { title: `First of ${handle}`, ...input })
  }
  await house.settle()
})
afterAll(() => house.close())

const readerOf = (handle: string, more: Partial<Reader> = {}): Reader => ({
  id: id[handle] ?? null,
  topics: new Set(),
  people: new Set(),
  reads: new Set(['en']),
  country: null,
  acts: [],
  controls: { unexpected: 0, far: 0, across: 3 },
  muted: { people: new Set(), topics: new Set(), languages: new Set() },
  blocked: new Set(),
  ...more,
})
const due = async (reader: Reader, perHour?: number) =>
  (await duePromises(house.ground, reader, { now: house.clock.now().getTime(), seed: 7 }, perHour)).map((found) => found.id)
const ofAll = (...handles: string[]) => handles.map((handle) => notes[handle] as string).sort()

test('a reader is brought what is owed, with how urgent it is, but nothing of their own', async () => {
  const found = await duePromises(house.ground, readerOf('kai'), { now: house.clock.now().getTime(), seed: 7 })
  expect(found.map((one) => one.id).sort()).toEqual(ofAll('mei', 'tom'))
  for (const one of found) {
    expect(one.due?.kind).toBe('newcomer')
    expect(one.due?.need).toBeCloseTo(0.5, 2)
  }
  expect((await due(readerOf('dana'))).sort()).toEqual(ofAll('kai', 'mei', 'tom'))
})

test('never by somebody muted or blocked, in a muted topic or language, and nothing for guests and fresh accounts', async () => {
  const muted = { people: new Set<string>(), topics: new Set<string>(), languages: new Set<string>() }
  expect((await due(readerOf('dana', { muted: { ...muted, people: new Set([id.mei as string]) } }))).sort()).toEqual(ofAll('kai', 'tom'))
  expect((await due(readerOf('dana', { muted: { ...muted, topics: new Set(['punk']) } }))).sort()).toEqual(ofAll('kai', 'tom'))
  expect((await due(readerOf('dana', { blocked: new Set([id.tom as string]) }))).sort()).toEqual(ofAll('kai', 'mei'))
  expect(await due({ ...readerOf('dana'), id: null })).toEqual([])
  id.fresh = await house.a.member({ handle: 'fresh' })
  expect(await due(readerOf('fresh'))).toEqual([])
})

test('what a reader paid is not brought to them again, and what shares a device with its author never', async () => {
  await house.ground.db.transaction((tx) => payPromises(tx, [{ noteId: notes.tom as NoteId, readerId: id.dana as ActorId, at: house.clock.now() }]))
  expect((await due(readerOf('dana'))).sort()).toEqual(ofAll('kai', 'mei'))
  const at = { network: '198.51.100.0/24', userAgent: 'Firefox' }
  await keepOrigin(house.ground, id.lin as ActorId, at)
  house.clock.move(MINUTE)
  const first = await house.a.note('lin', { title: 'First of lin' })
  await house.settle()
  expect(await due(readerOf('tom'))).toContain(first)
  await keepOrigin(house.ground, id.tom as ActorId, at)
  expect(await due(readerOf('tom'))).not.toContain(first)
})

test('once all floors were given so much in an hour, none is brought until the next', async () => {
  house.clock.move(MINUTE)
  expect(await due(readerOf('kai'), 1)).toEqual([])
  expect(await due(readerOf('kai'), 2)).not.toEqual([])
  house.clock.move(HOUR)
  expect(await due(readerOf('kai'), 1)).not.toEqual([])
})

test('looking for what is owed reads no table from end to end', async () => {
  const reader = { id: id.dana as ActorId, reads: ['en', 'zh-Hans'], marks: ['a', 'b'] }
  expect(await wholeScans(house, (tx) => openFor(tx, reader, { now: house.clock.now(), point: 0.5 }))).toEqual([])
})
