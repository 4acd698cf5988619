import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, MINUTE } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { alone } from '#pure/recommender/index.ts'
import { acts } from '#pure/recommender/page/weights.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { learn } from './learn.ts'
import { rowOfId } from './rows.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
const notes: NoteId[] = []
const SOMETHING = 4

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['ana', 'bo', 'cem', 'dee']) id[handle] = await house.a.member({ handle })
  for (let i = 0; i < 5; i += 1) {
    await house.a.member({ handle: `lin${i}` })
    house.clock.move(MINUTE)
    notes.push(await house.a.note(`lin${i}`, { title: `Note number ${i}` }))
  }
  // Nothing is learnt of a place where nobody did anything.
  await house.as('dee').put(`/notes/${notes[SOMETHING]}/like`)
  await house.settle()
})
afterAll(() => house.close())

/** What readers did with each note, as the engine was trained with it. */
async function learnt(): Promise<number[]> {
  const model = await learn(house.ground.db.q, alone)
  if (!model) throw new Error('no model')
  return notes.slice(0, SOMETHING).map((note) => (model.engine.roots[rowOfId(model.notes, note)] as number) ** 2)
}
const isNear = (found: readonly number[], wanted: readonly number[]) => {
  for (const [note, weight] of wanted.entries()) expect(found[note], `note ${note}`).toBeCloseTo(weight, 3)
}

async function tell(handle: string, note: number, ...events: [kind: string, seconds?: number][]): Promise<void> {
  house.clock.move(MINUTE)
  const { served, items } = (await house.as(handle).get('/feeds/discover?limit=40')).json
  const slot = items.findIndex((item: { id: string }) => item.id === notes[note])
  expect(slot).toBeGreaterThanOrEqual(0)
  const { status } = await house.as(handle).post('/signals', { served, events: events.map((event) => [slot, ...event]) })
  expect(status).toBe(204)
  house.clock.move(MINUTE)
}
const done = async (answer: Promise<{ status: number }>) => {
  expect((await answer).status).toBeLessThan(300)
  house.clock.move(MINUTE)
}

test('each act is learnt by what it says, once a kind; hidden is not liked, and one’s own note says nothing', async () => {
  const ana = house.as('ana')
  await done(ana.put(`/notes/${notes[0]}/like`))
  await done(ana.put(`/notes/${notes[1]}/save`))
  for (const body of ['So true', 'Truly']) await done(ana.post(`/notes/${notes[1]}/comments`, { body }))
  await done(ana.put(`/notes/${notes[1]}/choices/tried`))
  await tell('ana', 2, ['open'], ['finish'], ['dwell', 60])
  house.clock.move(DAY)
  await tell('ana', 2, ['open'], ['dwell', 120])
  await tell('bo', 3, ['open'], ['finish'])
  await done(house.as('bo').put(`/notes/${notes[0]}/like`))
  for (const note of [0, 3]) await done(house.as('bo').put(`/notes/${notes[note]}/choices/less`))
  await done(house.as('lin3').post(`/notes/${notes[3]}/comments`, { body: 'By myself' }))
  const read = acts.open + acts.finish + acts.dwell
  isNear(await learnt(), [acts.like, acts.save + acts.comment + acts.tried, read, 0])
})

test('what was forgotten is not learnt, nor what was done while learning was paused', async () => {
  const cem = house.as('cem')
  await tell('cem', 3, ['open'], ['finish'])
  await done(cem.patch('/me/learning', { paused: true }))
  await done(cem.put(`/notes/${notes[0]}/like`))
  await done(cem.patch('/me/learning', { paused: false }))
  const read = acts.open + acts.finish + acts.dwell
  const others = [acts.like, acts.save + acts.comment + acts.tried, read]
  isNear(await learnt(), [...others, acts.open + acts.finish])
  await done(cem.delete(`/me/acts/${notes[3]}/finish`))
  isNear(await learnt(), [...others, acts.open])
  await done(cem.delete('/me/learning/history'))
  isNear(await learnt(), [...others, 0])
  await done(house.as('ana').delete(`/me/acts/${notes[0]}/like`))
  isNear(await learnt(), [0, ...others.slice(1), 0])
})
