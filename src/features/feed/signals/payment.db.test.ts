import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, MINUTE } from '#ground/clock/index.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
let note: NoteId

beforeAll(async () => {
  house = await openHouse()
  for (const handle of ['newcomer', 'reader', 'other']) await house.a.member({ handle })
  house.clock.move(2 * DAY)
  note = await house.a.note('newcomer', { title: 'My first note', topics: ['tea'] })
  await house.settle()
})
afterAll(() => house.close())

const given = async (): Promise<number> => (await house.as('newcomer').get(`/notes/${note}/promises`)).json.items[0].given
async function see(handle: string, times = 1): Promise<void> {
  house.clock.move(MINUTE)
  // Discover shows nothing twice within two days.
  const { served, items } = (await house.as(handle).get('/topics/tea/notes')).json
  const slot = items.findIndex((item: { id: string }) => item.id === note)
  for (let i = 0; i < times; i += 1)
    expect(
      (
        await house.as(handle).post('/signals', {
          served,
          events: [
            [slot, 'impression'],
            [slot, 'open'],
          ],
        })
      ).status,
    ).toBe(204)
}

test('what a newcomer is owed is paid by impressions, once a reader and day', async () => {
  expect(await given()).toBe(0)
  await see('reader', 3)
  expect(await given()).toBe(1)
  await see('reader')
  expect(await given()).toBe(1)
  await see('other')
  expect(await given()).toBe(2)
})

test('whoever has everything forgotten pays no second time on that day', async () => {
  expect((await house.as('reader').delete('/me/acts')).status).toBe(204)
  await see('reader', 2)
  expect((await house.as('reader').get('/me/learning')).json.impressions).toBe(1)
  expect(await given()).toBe(2)
  house.clock.move(DAY)
  await see('reader')
  expect(await given()).toBe(3)
})
