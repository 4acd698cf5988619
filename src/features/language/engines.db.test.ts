import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let engine: FakeEngine
let house: HouseOfThings
beforeEach(async () => {
  engine = await fakeEngine('libretranslate')
  house = await houseOfThings({
    TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }]),
    TRANSLATE_MONTHLY_CHARACTERS: '1000',
  })
  await house.a.member({ handle: 'host', role: 'admin' })
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
})
afterEach(async () => {
  await house.close()
  await engine.close()
})

test('the host sees what engines were sent, by day, and what is left; nobody else does', async () => {
  const dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  const text = 'A quiet walk by the river'
  await house.thing(dana, text)
  await house.settle()
  expect((await house.as('host').get('/admin/engines')).json).toEqual({
    month: '2026-03',
    used: text.length,
    budget: 1000,
    engines: [{ name: 'Fake', version: 'libretranslate', pairs: [{ from: '*', to: '*' }], pairCount: 1, pausesFor: 0, faults: [] }],
    days: [{ day: '2026-03-01', engine: 'Fake', characters: text.length, calls: 1, refused: 0 }],
  })
  expect((await house.as('host').get('/admin/engines?month=2026-02')).json).toMatchObject({ month: '2026-02', used: 0, days: [] })
  expect((await house.as('host').get('/admin/engines?month=2026-13')).status).toBe(400)
  expect((await house.as('dana').get('/admin/engines')).status).toBe(404)
})

test('a word with a fixed translation is kept once for a pair, listed in pages, and taken out again', async () => {
  const host = house.as('host')
  const add = (term: string, translation: string, target = 'zh-CN') => host.post('/admin/engine-terms', { language: 'en', target, term, translation })
  const first = await add('hot pot', '火锅')
  expect(first.json).toMatchObject({ language: 'en', target: 'zh-Hans', term: 'hot pot', translation: '火锅' })
  expect((await add('Hot Pot', '涮锅')).json).toMatchObject({ id: first.json.id, translation: '涮锅' })
  await add('Commonplace', 'Commonplace', '*')
  const page = (await host.get('/admin/engine-terms?limit=1')).json
  expect([page.items.length, page.next === null]).toEqual([1, false])
  expect((await host.get(`/admin/engine-terms?limit=1&cursor=${encodeURIComponent(page.next)}`)).json).toMatchObject({
    items: [{ term: 'Commonplace' }],
    next: null,
  })
  expect((await house.as('lin').post('/admin/engine-terms', {})).status).toBe(404)
  expect((await host.delete(`/admin/engine-terms/${first.json.id}`)).status).toBe(204)
  expect((await host.delete(`/admin/engine-terms/${first.json.id}`)).status).toBe(404)
})
