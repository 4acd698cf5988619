import { afterAll, beforeAll, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { cedictText } from '#pure/gloss/cedict-source.ts'
import { loadDictionary } from './gloss/load-dictionary.ts'
import { layersFor } from './layers-for.ts'
import { readerOf } from './reader.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const WORDS = new Set('我们 我 的 乐队 在 银行 行 重庆 重 排练 很 大 朋友 长 得 火锅 旁边 好'.split(' '))
const body = '我们的乐队在银行旁边排练。\n\n乐队很大，火锅很好。'

let house: HouseOfThings
let lin: ActorId
let id: string
beforeAll(async () => {
  house = await houseOfThings()
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'dana', languages: ['en'] })
  const lines = (await cedictText()).split('\n').filter((line) => WORDS.has(line.split(' ')[1] ?? ''))
  await loadDictionary(house.ground, { cedict: lines.join('\n'), cedictVersion: 'a few words', slang: '' })
  id = await house.thing(lin, '在重庆', { body, language: 'zh-Hans' })
}, 60_000)
afterAll(() => house.close())

const level = (levels: object) => house.as('dana').patch('/me', { settings: { levels } })
/** The text as this viewer meets it, and the words with readings in it. */
const seen = async (who: string) => {
  const viewer = await house.viewer(who)
  return (await layersFor(house.ground.db.q, await readerOf(house.ground, viewer), [subject('thing', id)])).get(id)
}
const readings = (html = '') =>
  [...html.matchAll(/<ruby>([^<]+)<rp[^>]*>\(<\/rp><rt aria-hidden="true">([^<]+)/g)].map(([, word, reading]) => `${word} ${reading}`)

test('nobody has readings who has not asked for them', async () => {
  expect((await seen('dana'))?.shown.html).toBe('<p>我们的乐队在银行旁边排练。</p><p>乐队很大，火锅很好。</p>')
  expect((await seen('dana'))?.shown.titleHtml).toBe('在重庆')
})

test('who begins has one on every word, the first time it stands in the text', async () => {
  await level({ zh: 0 })
  const text = await seen('dana')
  expect(readings(text?.original.titleHtml)).toEqual(['在 zài', '重庆 Chóngqìng'])
  // 在 stood in the title.
  expect(readings(text?.original.html)).toEqual([
    '我们 wǒmen',
    '的 de',
    '乐队 yuèduì',
    '银行 yínháng',
    '旁边 pángbiān',
    '排练 páiliàn',
    '很 hěn',
    '大 dà',
    '火锅 huǒguō',
    '好 hǎo',
  ])
})

test('who reads more has fewer, and taken back there are none', async () => {
  await level({ zh: 4 })
  expect(readings((await seen('dana'))?.original.html)).toEqual(['乐队 yuèduì', '排练 páiliàn', '火锅 huǒguō'])
  await level({})
  expect(readings((await seen('dana'))?.original.html)).toEqual([])
})

test('words of Japanese have kana over what a reader of that level does not know', async () => {
  await level({ ja: 3 })
  const note = await house.thing(lin, '夜の薔薇', { body: '憂鬱な曲を聴いた。', language: 'ja' })
  const reader = await readerOf(house.ground, await house.viewer('dana'))
  const text = (await layersFor(house.ground.db.q, reader, [subject('thing', note)])).get(note)
  expect(readings(text?.original.titleHtml)).toEqual(['薔薇 ばら'])
  expect(readings(text?.original.html)).toEqual(['憂鬱 ゆううつ', '聴 き'])
})

test('it is told to nobody else, and visitors have none', async () => {
  await level({ zh: 0 })
  expect((await house.as('dana').get('/me')).json.settings.levels).toEqual({ zh: 0 })
  expect((await house.as('lin').get('/me')).json.settings.levels).toEqual({})
  expect(readings((await seen('lin'))?.original.html)).toEqual([])
  const { json } = await house.as(null).get(`/layers?subjectKind=thing&subjectId=${id}`)
  expect(readings(json.items[0].html)).toEqual([])
})

test('all layers of a text have them, and both sides of a sentence', async () => {
  await level({ zh: 4 })
  const { json } = await house.as('dana').get(`/layers?subjectKind=thing&subjectId=${id}`)
  expect(readings(json.items[0].html)).toEqual(['乐队 yuèduì', '排练 páiliàn', '火锅 huǒguō'])
  await house.as('lin').post('/layers', {
    subjectKind: 'thing',
    subjectId: id,
    language: 'en',
    title: 'In Chongqing',
    body: 'Our band practises by the bank.\n\nIt is big, and so is hot pot.',
  })
  const text = await seen('dana')
  expect(text?.shown.language).toBe('en')
  expect(text?.sentences.map(({ original }) => readings(original))).toEqual([[], ['乐队 yuèduì', '排练 páiliàn'], ['火锅 huǒguō']])
})

test('a level that is none is refused', async () => {
  expect((await level({ zh: 7 })).status).toBe(400)
  expect((await level({ xx: 1 })).status).toBe(400)
})
