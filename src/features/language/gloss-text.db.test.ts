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

const originalOf = async (thing: string): Promise<string> =>
  (await house.ground.db.q.selectFrom('layers').select('id').where('subject_id', '=', thing).where('origin', '=', 'original').executeTakeFirstOrThrow()).id
const sheets = async (who: string | null, ...layers: string[]) => (await house.as(who).get(`/gloss/texts?layerIds=${layers.join(',')}`)).json.items
const sheet = async (who: string | null) => (await sheets(who, await originalOf(id)))[0]

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

test('the texts of a page come at once, in the order asked for, each once; what nobody may read is left out', async () => {
  const [hidden, own] = [await house.thing(lin, '银行', { isPublic: false }), await house.thing(lin, '排练', { language: 'zh-Hans' })]
  const layers = await Promise.all([own, hidden, id, own].map(originalOf))
  const ids = async (who: string | null) => (await sheets(who, ...layers, house.ground.ids.next())).map(({ layerId }: { layerId: string }) => layerId)
  expect(await ids('dana')).toEqual([layers[0], layers[2]])
  expect(await ids(null)).toEqual([layers[0], layers[2]])
  expect(await ids('lin')).toEqual(layers.slice(0, 3))
  const [first] = await sheets('dana', ...layers)
  expect(first).toMatchObject({ title: { text: '排练' }, entries: [{ headword: '排练', reading: 'páiliàn' }] })
  for (const wrong of ['', 'nonsense', Array.from({ length: 81 }, () => house.ground.ids.next()).join(',')])
    expect((await house.as('dana').get(`/gloss/texts?layerIds=${wrong}`)).status).toBe(400)
})

test('words of one language are not explained in the text of another that comes with it', async () => {
  const thing = await house.thing(lin, '火锅', { body: 'hot', language: 'ja' })
  const [alone] = await sheets('dana', await originalOf(thing))
  const [, beside] = await sheets('dana', await originalOf(id), await originalOf(thing))
  expect(beside).toEqual(alone)
})

test('a layer by somebody whom the reader blocked is not explained to them', async () => {
  const kim = await house.a.member({ handle: 'kim', languages: ['en', 'zh-Hans'] })
  const { json } = await house.as('kim').post('/layers', { subjectKind: 'thing', subjectId: id, language: 'en', title: 'hot', body: '' })
  expect(await sheets('dana', json.id)).toHaveLength(1)
  await house.as('dana').put(`/actors/${kim}/block`)
  expect(await sheets('dana', json.id)).toEqual([])
})

test('a very long text is explained so far, and of many as many as are not too much together', async () => {
  const long = await house.thing(lin, '', { body: '银行。'.repeat(2_000), language: 'zh-Hans' })
  const [{ body: text }] = await sheets('dana', await originalOf(long))
  expect([text.text.length, text.words.length]).toEqual([2_000, 667])
  const many = [long]
  while (many.length < 5) many.push(await house.thing(lin, '', { body: '银行。'.repeat(700), language: 'zh-Hans' }))
  expect(await sheets('dana', ...(await Promise.all(many.map(originalOf))))).toHaveLength(4)
})
