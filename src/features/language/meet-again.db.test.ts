import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { cedictText } from '#pure/gloss/cedict-source.ts'
import { loadDictionary } from './gloss/load-dictionary.ts'
import { layersFor } from './layers-for.ts'
import { readerOf } from './reader.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const WORDS = new Set('我们 我 的 乐队 在 银行 火锅 加油 很 大 好'.split(' '))
const DAY = 86_400_000

let house: HouseOfThings
let lin: ActorId
beforeAll(async () => {
  house = await houseOfThings()
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'dana', languages: ['en'] })
  const lines = (await cedictText()).split('\n').filter((line) => WORDS.has(line.split(' ')[1] ?? ''))
  await loadDictionary(house.ground, { cedict: lines.join('\n'), cedictVersion: 'a few words', slang: '' })
}, 60_000)
afterAll(() => house.close())

const words = async () => (await house.as('dana').get('/words')).json.items
const keep = async (text: string, language = 'zh-Hans') => (await house.as('dana').post('/words', { text, language, offset: 0 })).json.id
const met = async (ids: string[], how: string, who = 'dana') => (await house.as(who).post('/words/met', { ids, how })).json.items
const seen = async (id: string, others = true) => {
  const viewer = await house.viewer('dana')
  return (await layersFor(house.ground.db.q, await readerOf(house.ground, viewer), [{ ...subject('thing', id), others }])).get(id)
}
beforeEach(async () => {
  for (const { id } of await words()) await house.as('dana').delete(`/words/${id}`)
})

test('a word comes back in the texts of others on the day after it was kept, not before, and not in one’s own', async () => {
  const word = await keep('乐队')
  const id = await house.thing(lin, '乐队', { body: '我们的樂隊很大，乐队很好。', language: 'zh-Hans' })
  expect(await seen(id)).toMatchObject({ again: [], original: { titleHtml: '乐队' } })
  house.clock.move(DAY)
  const text = await seen(id)
  expect(text?.again).toMatchObject([{ id: word, headword: '乐队', reading: 'yuèduì', meetings: 0 }])
  expect(text?.original.titleHtml).toBe('<mark>乐队</mark>')
  expect(text?.original.html).toBe('<p>我们的<mark>樂隊</mark>很大，乐队很好。</p>')
  expect(await seen(id, false)).toMatchObject({ again: [], original: { titleHtml: '乐队' } })
})

test('met, it comes back later and later; wanted again it begins anew', async () => {
  const word = await keep('火锅')
  const spaces: (number | null)[] = []
  for (let days: number | null = 1; days !== null; ) {
    house.clock.move(days * DAY)
    ;[{ days }] = await met([word], 'seen')
    spaces.push(days)
  }
  expect(spaces).toEqual([3, 7, 16, 35, null])
  expect((await words())[0]).toMatchObject({ headword: '火锅', dueAt: null, meetings: 5 })
  expect(await met([word], 'knew')).toEqual([{ id: word, days: null }])
  expect(await met([word], 'again')).toEqual([{ id: word, days: 1 }])
})

test('what is not due stays where it is: two pages open at once count once', async () => {
  const word = await keep('加油')
  house.clock.move(DAY)
  const answers = await Promise.all([met([word], 'seen'), met([word], 'seen'), met([word], 'knew')])
  expect(answers.flat().map(({ days }) => days)).toEqual([3, 3, 3])
  expect((await words())[0]).toMatchObject({ meetings: 1 })
})

test('nobody meets another’s words, and a word taken out does not come back', async () => {
  const word = await keep('银行')
  house.clock.move(DAY)
  expect(await met([word], 'again', 'lin')).toEqual([])
  const id = await house.thing(lin, '银行', { language: 'zh-Hans' })
  expect((await seen(id))?.again).toHaveLength(1)
  await house.as('dana').delete(`/words/${word}`)
  expect((await seen(id))?.again).toEqual([])
  expect(await met([word], 'seen')).toEqual([])
})

test('with a reading level the word has its reading and its mark', async () => {
  await keep('火锅')
  house.clock.move(DAY)
  await house.as('dana').patch('/me', { settings: { levels: { zh: 5 } } })
  const id = await house.thing(lin, '', { body: '我们的火锅', language: 'zh-Hans' })
  expect((await seen(id))?.original.html).toMatch(/<ruby><mark>火锅<\/mark><rp[^>]*>\(<\/rp><rt[^>]*>huǒguō/)
})
