import { afterEach, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import { type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { monthUse } from './queries/engine-use.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let house: HouseOfThings
let lin: ActorId
let mei: ActorId
let engine: FakeEngine | undefined
async function open(settings: Record<string, string> = {}): Promise<void> {
  house = await houseOfThings(settings)
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'dana', languages: ['en'] })
}
const meiJoins = async () => {
  mei = await house.a.member({ handle: 'mei', languages: ['zh-Hant'] })
}
afterEach(async () => {
  await house.close()
  await engine?.close()
  engine = undefined
})

const of = (id: string) => ({ subjectKind: 'thing', subjectId: id })
const layers = async (id: string, who = 'lin') => (await house.as(who).get(`/layers?subjectKind=thing&subjectId=${id}`)).json.items
const ask = (who: string, id: string, language = 'zh-Hant') => house.as(who).post('/translations', { ...of(id), language })
const text = '皇后剪了头发。\n后来她们在台上干杯。'
const converted = '皇后剪了頭髮。\n後來她們在臺上乾杯。'

test('in a place where somebody reads the other script a text has it without an engine, and says how', async () => {
  await open()
  await meiJoins()
  const id = await house.thing(lin, '头发', { body: text, language: 'zh-Hans' })
  await house.settle()
  const [, layer, ...others] = await layers(id)
  expect(layer).toMatchObject({ language: 'zh-Hant', origin: 'machine', engine: 'OpenCC', converted: true, title: '頭髮', body: converted })
  expect(layer.engineVersion).toContain('opencc-js')
  expect(others).toEqual([])
  expect(await monthUse(house.ground.db.q, '2026-03')).toBe(0)
  expect(await house.ground.db.q.selectFrom('translations_cache').select('hash').execute()).toEqual([])
})

test('elsewhere it comes when it is asked for, in both directions, also of a text that is the same in both', async () => {
  await open()
  const id = await house.thing(lin, '头发', { body: text, language: 'zh-Hans' })
  const same = await house.thing(lin, '你好', { language: 'zh-Hans' })
  await house.settle()
  expect([(await layers(id)).length, (await layers(same)).length]).toEqual([1, 1])
  await meiJoins()
  const other = await house.thing(mei, '頭髮', { language: 'zh-Hant' })
  await house.settle()
  expect((await layers(other))[1]).toMatchObject({ language: 'zh-Hans', title: '头发', converted: true })
  const asked = await ask('mei', id)
  expect([asked.status, asked.json.canTranslate]).toEqual([202, true])
  await ask('mei', same)
  await house.settle()
  expect((await ask('mei', id)).json).toMatchObject({ waiting: false, canTranslate: false, shown: { body: converted, converted: true } })
  expect((await layers(same))[1]).toMatchObject({ title: '你好' })
})

test('where a person wrote it, it is not converted, and what was converted before steps behind', async () => {
  await open()
  await meiJoins()
  const id = await house.thing(mei, '頭髮', { language: 'zh-Hant', isPublic: false, readers: [lin] })
  await house.as('lin').post('/layers', { ...of(id), language: 'zh-Hans', title: '秀发', body: '' })
  await house.settle()
  expect((await ask('lin', id, 'zh-Hans')).json).toMatchObject({ waiting: false, shown: { title: '秀发', origin: 'person' } })
  const fresh = await house.thing(lin, '夜里', { language: 'zh-Hans' })
  await house.as('mei').post('/layers', { ...of(fresh), language: 'zh-Hant', title: '夜晚', body: '' })
  await house.settle()
  expect((await layers(fresh)).map(({ origin }: { origin: string }) => origin)).toEqual(['original', 'person'])
})

test('an edit converts what changed', async () => {
  await open()
  await meiJoins()
  const id = await house.thing(lin, '', { body: '头发长了。后来剪了。', language: 'zh-Hans' })
  await house.settle()
  await house.write(id, '', { body: '头发长了。后来没有剪。', language: 'zh-Hans' })
  await house.settle()
  expect((await layers(id))[1]).toMatchObject({ body: '頭髮長了。後來沒有剪。', stale: false })
})

test('a text that may not leave this place is converted here, and sent to nobody', async () => {
  engine = await fakeEngine('libretranslate')
  await open({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }]) })
  await meiJoins()
  const id = await house.thing(lin, '只给朋友看的头发', { language: 'zh-Hans', isPublic: false, readers: [mei] })
  await house.settle()
  expect((await layers(id)).map(({ language }: { language: string }) => language)).toEqual(['zh-Hans', 'zh-Hant'])
  expect((await ask('mei', id, 'en')).json.type).toBe('/problems/text-stays-here')
  // Nor is an engine of the host asked for what a table says.
  const told = await house.thing(lin, '后来', { language: 'zh-Hans' })
  await house.settle()
  expect((await layers(told)).find(({ language }: { language: string }) => language === 'zh-Hant')).toMatchObject({ engine: 'OpenCC' })
  expect(engine.received.every(({ body }) => body.target === 'en')).toBe(true)
})

test('the host’s own words go before the tables, and the host has nothing to look after', async () => {
  await open()
  await meiJoins()
  await house.a.member({ handle: 'host', role: 'admin' })
  await house.as('host').post('/admin/engine-terms', { language: 'zh-Hans', target: 'zh-Hant', term: '地铁', translation: '捷運' })
  const id = await house.thing(lin, '坐地铁', { language: 'zh-Hans' })
  await house.settle()
  expect((await layers(id))[1]).toMatchObject({ title: '坐捷運' })
  expect((await house.as('host').get('/admin/engines')).json.engines).toEqual([])
  expect((await house.as(null).get('/engines')).json.items).toEqual([
    { from: 'zh-Hans', to: 'zh-Hant', name: 'OpenCC' },
    { from: 'zh-Hant', to: 'zh-Hans', name: 'OpenCC' },
  ])
})
