import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '#tests/house.ts'

const DAY = 86_400_000

let house: TestHouse
const note: Record<string, string> = {}
const write = async (name: string, by: string, input: object) => {
  house.clock.move(60_000)
  note[name] = (await house.as(by).post('/notes', { kind: 'text', language: 'zh-Hans', ...input })).json.id
}
const again = async (who: string) => (await house.as(who).get('/words/again')).json.items
/** Explained by a reader, so that it can be kept without the whole dictionary. */
const keep = async (word: string) => {
  await house.as('lin').post('/culture-words', { language: 'zh-Hans', headword: word, en: 'a word' })
  return (await house.as('dana').post('/words', { text: word, language: 'zh-Hans', offset: 0 })).json.id
}

beforeAll(async () => {
  house = await openHouse()
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'dana', languages: ['en', 'zh-Hans'] })
  await write('open', 'lin', { title: '乐队排练', body: '楼上的乐队每天排练。' })
  await write('closed', 'lin', { title: '乐队', body: '只给关注的人看。', visibility: 'followers' })
  await write('own', 'dana', { title: '乐队', body: '我写的。' })
  await house.settle()
})
afterAll(() => house.close())

test('a word comes back with the notes of others that hold it, those that the reader may read', async () => {
  const word = await keep('乐队')
  await keep('没人写过的词')
  expect(await again('dana')).toEqual([])
  house.clock.move(DAY)
  const items = await again('dana')
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ word: { id: word, headword: '乐队', meetings: 0 }, notes: [{ id: note.open, title: '乐队排练' }] })
  expect(await again('lin')).toEqual([])
  expect((await house.as(null).get('/words/again')).status).toBe(401)

  await house.as('dana').post('/words/met', { ids: [word], how: 'knew' })
  expect(await again('dana')).toEqual([])
})
