import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { nearby } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('a city is found by the beginning of its name in any language', async () => {
  for (const q of ['成都', 'Cheng', 'Чэнду', '청두']) {
    const { json } = await house.as(null).get(`/places/suggestions?q=${encodeURIComponent(q)}`)
    expect(json.items.map((place: { id: string }) => place.id)).toContain('chengdu')
  }
})

test('a city stands in its region with names from CLDR', async () => {
  const { json } = await house.as(null).get('/places/chengdu')
  expect(json).toMatchObject({ name: 'Chengdu', country: 'China', kind: 'city', parent: { name: 'Sichuan' } })
})

test('nearby answers bands, never distances', async () => {
  const near = await nearby(house.ground.db.q, 'osaka', 50)
  expect(near[0]).toEqual({ id: 'osaka', band: 5 })
  expect(near.map((one) => one.id)).toContain('kobe')
  expect(near.every((one) => [5, 25, 50].includes(one.band))).toBe(true)
})
