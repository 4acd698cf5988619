import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { forgetMember } from './leave.ts'
import { likeNote, unlikeNote } from './like-note.ts'
import { setSaved } from './set-saved.ts'

let house: TestHouse
const fans = Array.from({ length: 20 }, (_, i) => `fan_${i}`)
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin' })
  for (const handle of fans) await house.a.member({ handle })
})
afterAll(() => house.close())

const rowOf = (id: NoteId) => house.ground.db.q.selectFrom('notes').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const announced = async (name: string, key: string) =>
  (
    await house.ground.db.q
      .selectFrom('events' as never)
      .select('id' as never)
      .where('name' as never, '=', name as never)
      .where('key' as never, '=', key as never)
      .execute()
  ).length

test('twenty likes at once are twenty, each twice is still twenty, and all taken back is none', async () => {
  const id = await house.a.note('lin')
  const viewers = await Promise.all(fans.map((fan) => house.viewer(fan)))
  await Promise.all([...viewers, ...viewers].map((viewer) => likeNote(house.ground, viewer, id)))
  expect((await rowOf(id)).like_count).toBe(20)
  expect(await announced('note.liked', id)).toBe(20)
  const seen = await house.as('fan_3').get(`/notes/${id}`)
  expect(seen.json).toMatchObject({ likeCount: 20, liked: true })
  await Promise.all([...viewers, ...viewers].map((viewer) => unlikeNote(house.ground, viewer, id)))
  expect((await rowOf(id)).like_count).toBe(0)
  expect(await announced('note.unliked', id)).toBe(20)
})

test('one’s own like is counted and told to nobody', async () => {
  const id = await house.a.note('lin')
  expect((await house.as('lin').put(`/notes/${id}/like`)).json).toEqual({ liked: true, likeCount: 1 })
  expect(await announced('note.liked', id)).toBe(0)
})

test('boosts are exact, and only what is public can be passed on', async () => {
  const id = await house.a.note('lin', { visibility: 'unlisted' })
  await Promise.all(fans.flatMap((fan) => [house.as(fan).put(`/notes/${id}/boost`), house.as(fan).put(`/notes/${id}/boost`)]))
  expect((await house.as('fan_0').get(`/notes/${id}`)).json).toMatchObject({ boostCount: 20, boosted: true })
  expect((await house.as('fan_0').delete(`/notes/${id}/boost`)).json).toEqual({ boosted: false, boostCount: 19 })
  const closed = await house.a.note('lin', { visibility: 'followers' })
  expect((await house.as('lin').put(`/notes/${closed}/boost`)).json.type).toBe('/problems/not-for-boosting')
})

test('a save counts people, not boards, also at once', async () => {
  const id = await house.a.note('lin')
  const viewers = await Promise.all(fans.slice(0, 6).map((fan) => house.viewer(fan)))
  const save = (actor: (typeof viewers)[number], delta: number) => house.ground.db.transaction((tx) => setSaved(tx, id, actor.id, delta, house.clock.now()))
  await Promise.all([...viewers, ...viewers, ...viewers].map((viewer) => save(viewer, 1)))
  expect((await rowOf(id)).save_count).toBe(6)
  expect((await house.as('fan_0').get(`/notes/${id}`)).json).toMatchObject({ saved: true, saveCount: 6 })
  expect(await save(viewers[0] as never, -2)).toBe(1)
  expect((await rowOf(id)).save_count).toBe(6)
  expect(await save(viewers[0] as never, -1)).toBe(0)
  expect(await save(viewers[0] as never, -1)).toBe(0)
  expect((await rowOf(id)).save_count).toBe(5)
})

test('who leaves takes their marks out of the sums', async () => {
  const id = await house.a.note('lin')
  const viewer = await house.viewer('fan_1')
  await likeNote(house.ground, viewer, id)
  await likeNote(house.ground, await house.viewer('fan_2'), id)
  await house.ground.db.transaction((tx) => setSaved(tx, id, viewer.id, 2, house.clock.now()))
  await house.ground.db.transaction((tx) => forgetMember(tx, viewer.id))
  expect(await rowOf(id)).toMatchObject({ like_count: 1, save_count: 0 })
})

test('likes have a limit in the minute that holds for the account', async () => {
  const strict = await openHouse({ RATE_LIMITS: 'on' })
  try {
    await strict.a.member({ handle: 'lin' })
    await strict.a.member({ handle: 'dana' })
    const id = await strict.a.note('lin')
    const dana = await strict.viewer('dana')
    const tries = await Promise.allSettled(Array.from({ length: 61 }, () => likeNote(strict.ground, dana, id)))
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  } finally {
    await strict.close()
  }
})
