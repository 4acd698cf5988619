import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import { cedictText } from '#pure/gloss/cedict-source.ts'
import { loadDictionary } from './gloss/load-dictionary.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const WORDS = new Set('我们 我 的 乐队 在 银行 行 旁边 排练 很 大 得 长 火锅 还 没 他 她 hot'.split(' '))
const body = '我们的乐队在银行旁边排练，\n很大。The band eats hot pot.'

let house: HouseOfThings
let lin: ActorId
let id: string
beforeAll(async () => {
  house = await houseOfThings()
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'dana', languages: ['en'] })
  const lines = (await cedictText()).split('\n').filter((line) => WORDS.has(line.split(' ')[1] ?? ''))
  const slang = 'word\tlanguage\treading\ten\tzh-Hans\nhot pot\ten\thɒt pɒt\ta shared pot\t一起吃的锅\n'
  await loadDictionary(house.ground, { cedict: lines.join('\n'), cedictVersion: 'a few words', slang })
  id = await house.thing(lin, '在銀行', { body, language: 'zh-Hans' })
}, 60_000)
afterAll(() => house.close())

const sheet = async (who: string | null, more = '') => (await house.as(who).get(`/gloss/text?subjectKind=thing&subjectId=${id}${more}`)).json

test('every word of title and body is explained as a tap on it would', async () => {
  const { title, body: text, entries } = await sheet('dana')
  const read = ({ text: whole, words }: typeof title) =>
    words.map(({ start, end, entry }: Record<string, number>) => `${whole.slice(start, end)} ${entries[entry ?? 0].reading}`)
  expect(read(title)).toEqual(['在 zài', '銀行 yínháng'])
  expect(read(text)).toEqual([
    '我们 wǒmen',
    '的 de',
    '乐队 yuèduì',
    '在 zài',
    '银行 yínháng',
    '旁边 pángbiān',
    '排练 páiliàn',
    '很 hěn',
    '大 dà',
    'hot pot hɒt pɒt',
  ])
  for (const { start, end, entry } of text.words) {
    const tap = (await house.as('dana').get(`/gloss?subjectKind=thing&subjectId=${id}&offset=${start}`)).json
    expect({ headword: tap.headword, reading: tap.reading, senses: tap.senses }, text.text.slice(start, end)).toEqual({
      headword: entries[entry].headword,
      reading: entries[entry].reading,
      senses: entries[entry].senses,
    })
  }
})

test('it says which words I keep, to me', async () => {
  const { json } = await house.as('dana').post('/words', { text: '乐队', language: 'zh-Hans', offset: 0 })
  const kept = async (who: string | null) => (await sheet(who)).entries.filter(({ savedId }: { savedId: string | null }) => savedId).map((one: object) => one)
  expect(await kept('dana')).toMatchObject([{ headword: '乐队', savedId: json.id }])
  expect(await kept('lin')).toEqual([])
  expect(await kept(null)).toEqual([])
})

test('a text nobody may read has no sheet; a very long one is explained so far', async () => {
  const hidden = await house.thing(lin, '银行', { isPublic: false })
  expect((await house.as('dana').get(`/gloss/text?subjectKind=thing&subjectId=${hidden}`)).status).toBe(404)
  const long = await house.thing(lin, '', { body: '银行。'.repeat(2_000), language: 'zh-Hans' })
  const { body: text } = (await house.as('dana').get(`/gloss/text?subjectKind=thing&subjectId=${long}`)).json
  expect([text.text.length, text.words.length]).toEqual([2_000, 667])
})
