import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Subject, subject } from '#ground/feature.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { queriesOf } from '#tests/scans.ts'
import { presentAbout } from './present.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin' })
})
afterAll(() => house.close())

test('a queue of many things asks as many queries as one of each kind', async () => {
  const things: Subject[] = []
  for (let i = 0; i < 4; i += 1) {
    const note = await house.a.note('lin', { title: `Note ${i}` })
    const { json } = await house.as('lin').post(`/notes/${note}/comments`, { body: `comment ${i}` })
    const board = (await house.as('lin').post('/boards', { name: `Board ${i}` })).json.id
    things.push(subject('note', note), subject('comment', json.id), subject('board', board))
  }
  things.push(subject('gone-kind', house.ground.ids.next()))
  const queries = (some: typeof things) => queriesOf(house, (ground) => presentAbout(ground, some))
  expect(await queries(things)).toBe(await queries(things.slice(0, 3)))
  const shown = await presentAbout(house.ground, things)
  expect(shown.slice(0, 3)).toMatchObject([
    { owner: { handle: 'lin' }, address: `/@lin/${things[0]?.id}`, excerpt: 'Note 0' },
    { owner: { handle: 'lin' }, address: `/@lin/${things[0]?.id}?thread=${things[1]?.id}#c-${things[1]?.id}`, excerpt: 'comment 0' },
    { owner: { handle: 'lin' }, excerpt: 'Board 0' },
  ])
  expect(shown.at(-1)).toEqual({ owner: null, address: null, excerpt: '' })
})
