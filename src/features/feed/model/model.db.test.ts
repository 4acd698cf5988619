import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { instant } from '#ground/clock/index.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { DONE_KINDS, doneAfter } from '../queries/training.ts'
import { versionsIn } from './file.ts'
import { countAct, type Model, modelOf, modelReady, type WeightedAct } from './index.ts'
import { folderOf, train } from './train.ts'

let house: TestHouse
const notes: Record<'punk' | 'tea', NoteId[]> = { punk: [], tea: [] }
const READERS = ['ana', 'bo', 'cem', 'dee', 'eli', 'fay']

beforeAll(async () => {
  house = await openHouse()
  for (const handle of [...READERS, 'lin']) await house.a.member({ handle })
  for (const topic of ['punk', 'tea'] as const)
    for (let at = 0; at < 8; at += 1) notes[topic].push(await house.a.note('lin', { title: `${topic} ${at}`, topics: [topic] }))
  await house.settle()
})
afterAll(() => house.close())

const likesOf = (ids: readonly NoteId[], weight = 1): WeightedAct[] => ids.map((id, at) => ({ id, weight, at: instant(Date.UTC(2026, 1, 1) + at) }))
const idsOf = (rated: readonly { id: NoteId }[]) => rated.map(({ id }) => id)
const learnt = async (): Promise<Model> => {
  house.clock.move(1000)
  expect(await train(house.ground)).toBeGreaterThan(0)
  const model = await modelReady(house.ground)
  if (!model) throw new Error('no model')
  return model
}

test('a place where nobody has liked anything has no model, and nothing to learn', async () => {
  expect(modelOf(house.ground)).toBeNull()
  expect(await train(house.ground)).toBe(0)
  expect(await modelReady(house.ground)).toBeNull()
})

test('it learns from likes, saves, boosts and comments, and leads a reader to what those like who like the same', async () => {
  for (const [at, handle] of READERS.entries()) {
    const mine = notes[at % 2 === 0 ? 'punk' : 'tea']
    for (const id of mine.slice(at % 3, 5 + (at % 3))) expect((await house.as(handle).put(`/notes/${id}/like`)).status).toBeLessThan(300)
    await house.as(handle).put(`/notes/${mine[7]}/boost`)
    await house.as(handle).post(`/notes/${mine[6]}/comments`, { body: 'So do I.' })
  }
  await house.settle()
  const model = await learnt()
  const near = await model.rate(likesOf(notes.punk.slice(0, 2)), [], { limit: 6 })
  expect(idsOf(near).filter((id) => notes.tea.includes(id))).toEqual([])
  expect(near).toHaveLength(6)
  expect(idsOf(near)).not.toContain(notes.punk[0])
  expect(near.every(({ isNear }) => isNear)).toBe(true)
  const [punk, tea] = await model.rate(likesOf(notes.punk.slice(0, 2)), [notes.punk[5] as NoteId, notes.tea[5] as NoteId])
  expect(punk?.score).toBeGreaterThan(tea?.score as number)
})

test('what a member had forgotten, and all from before a new start, is learnt from no more', async () => {
  const learntOf = async (handle: string) => {
    const { id } = await house.viewer(handle)
    const rows = await Promise.all(DONE_KINDS.map((kind) => doneAfter(house.ground.db.q, kind, null, 1000)))
    return rows.flat().flatMap(({ reader, note }) => (reader === id ? [note] : []))
  }
  const [forgotten, ...others] = notes.punk
  expect(await learntOf('ana')).toEqual(expect.arrayContaining([forgotten, ...others.slice(0, 4)]))
  expect((await house.as('ana').delete(`/me/acts/${forgotten}/like`)).status).toBe(204)
  expect(await learntOf('ana')).not.toContain(forgotten)
  expect(await learntOf('ana')).toContain(others[0])
  expect((await house.as('fay').delete('/me/learning/history')).status).toBe(204)
  expect(await learntOf('fay')).toEqual([])
  expect(await learntOf('dee')).not.toEqual([])
})

test('what is left out stays out: seen notes, other languages, blocked authors; and nobody is led anywhere by nothing', async () => {
  const model = (await modelReady(house.ground)) as Model
  const acts = likesOf(notes.punk.slice(0, 2))
  const [first] = idsOf(await model.rate(acts, [], { limit: 3 }))
  expect(idsOf(await model.rate(acts, [], { limit: 20, skip: [first as NoteId] }))).not.toContain(first)
  expect(await model.rate(acts, [], { limit: 20, languages: ['fi'] })).toEqual([])
  expect(await model.rate(acts, [], { limit: 20, blocked: [(await house.viewer('lin')).id] })).toEqual([])
  expect(await model.rate([], [], { limit: 20 })).toEqual([])
  expect(await model.rate(likesOf(['0198c0de-0000-7000-8000-000000000000' as NoteId]), [], { limit: 20 })).toEqual([])
})

test('a note that was published a moment ago is found, and one that is taken back is gone at once and from the next file', async () => {
  const model = (await modelReady(house.ground)) as Model
  const acts = likesOf(notes.punk.slice(0, 4))
  const found = async () => idsOf(await model.rate(acts, [], { limit: 100 }))
  house.clock.move(1000)
  const fresh = await house.a.note('lin', { title: 'punk again', topics: ['punk'] })
  const secret = await house.a.note('lin', { title: 'punk for followers', topics: ['punk'], visibility: 'followers' })
  await house.settle()
  await vi.waitFor(async () => expect(await found()).toContain(fresh), { timeout: 10_000 })
  expect(await found()).not.toContain(secret)
  // It can be liked, and leads on.
  expect((await model.rate(likesOf([fresh]), [], { limit: 5 })).length).toBeGreaterThan(0)
  const [gone] = notes.punk.slice(-1) as [NoteId]
  for (const id of [fresh, gone]) expect((await house.as('lin').delete(`/notes/${id}`)).status).toBeLessThan(300)
  await house.settle()
  await vi.waitFor(async () => expect((await found()).filter((id) => id === fresh || id === gone)).toEqual([]), { timeout: 10_000 })
  expect(idsOf(await model.rate(acts, [fresh, gone]))).toEqual([])
  const next = await learnt()
  expect(idsOf(await next.rate(acts, [], { limit: 100 })).filter((id) => id === fresh || id === gone)).toEqual([])
  expect(idsOf(await next.rate(acts, [], { limit: 100 })).length).toBeGreaterThan(0)
})

test('a thread that breaks off is brought up again with the last model', async () => {
  const threads: Worker[] = []
  const opened = (thread: Worker) => threads.push(thread)
  process.on('worker', opened)
  const acts = likesOf(notes.tea.slice(0, 2))
  const model = await learnt()
  const before = await model.rate(acts, [], { limit: 5 })
  for (let time = 0; time < 2; time += 1) {
    await threads.at(-1)?.terminate()
    await vi.waitFor(() => expect(modelOf(house.ground)).toBeNull())
    await expect(model.rate(acts, [], { limit: 5 })).rejects.toThrow()
    await vi.waitFor(() => expect(modelOf(house.ground)).not.toBeNull(), { timeout: 20_000 })
    expect(await (modelOf(house.ground) as Model).rate(acts, [], { limit: 5 })).toEqual(before)
  }
  process.off('worker', opened)
})

test('many new acts bring the next training forward, each time more of them', async () => {
  const waiting = async () => (await house.ground.jobs.waiting())['feed.train'] ?? 0
  const before = await waiting()
  for (let at = 0; at < 600; at += 1) await countAct(house.ground)
  expect(await waiting()).toBe(before + 1)
  for (let at = 0; at < 300; at += 1) await countAct(house.ground)
  expect(await waiting()).toBe(before + 1)
})

test('training that is stopped leaves the model as it was, and a broken file is none', async () => {
  const folder = folderOf(house.ground.config)
  const before = readdirSync(folder)
  house.clock.move(1000)
  const stopped = new AbortController()
  const run = train(house.ground, stopped.signal)
  stopped.abort()
  expect(await run).toBe(0)
  expect(readdirSync(folder).filter((name) => name.endsWith('.bin'))).toEqual(before)
  const [version] = versionsIn(folder)
  writeFileSync(join(folder, before[0] as string), `broken ${version}`)
  // What is open goes on.
  expect(await modelReady(house.ground)).not.toBeNull()
  expect(idsOf(await ((await modelReady(house.ground)) as Model).rate(likesOf(notes.tea.slice(0, 2)), [], { limit: 3 }))).toHaveLength(3)
})
