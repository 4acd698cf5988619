import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY, SECOND } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let engine: FakeEngine
let house: HouseOfThings
let dana: ActorId

async function open(settings: Record<string, string> = {}, more: object[] = []): Promise<void> {
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }, ...more]), ...settings })
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  dana = await house.a.member({ handle: 'dana', languages: ['en'] })
}
beforeEach(async () => {
  engine = await fakeEngine('libretranslate')
})
afterEach(async () => {
  await house.close()
  await engine.close()
})

const english = 'A quiet walk by the river'
const ask = (who: string, id: string, language = 'en') => house.as(who).post('/translations', { subjectKind: 'thing', subjectId: id, language })
const layers = async (id: string) => (await house.as('lin').get(`/layers?subjectKind=thing&subjectId=${id}`)).json.items

test('the month’s budget is kept to the character and begins anew with the month', async () => {
  await open({ TRANSLATE_MONTHLY_CHARACTERS: String(english.length + 5) })
  const first = await house.thing(dana, english)
  const second = await house.thing(dana, 'Noodles for breakfast')
  await house.settle()
  expect([(await layers(first)).length, (await layers(second)).length]).toEqual([2, 1])
  expect(await house.ground.db.q.selectFrom('engine_use').selectAll().orderBy('engine').execute()).toEqual([
    { month: '2026-03', engine: '', characters: english.length },
    { month: '2026-03', engine: 'Fake', characters: english.length },
  ])
  house.clock.move(31 * DAY)
  expect((await ask('lin', second, 'zh-Hans')).status).toBe(202)
  await house.settle()
  expect(await layers(second)).toHaveLength(2)
})

test('a refused answer makes no layer, and the next engine in the host’s order is asked', async () => {
  const other = await fakeEngine('deepl')
  await open({}, [{ type: 'deepl', name: 'Second', url: other.url, key: 'k' }])
  engine.say((text) => text)
  const id = await house.thing(dana, english)
  await house.settle()
  expect((await layers(id))[1]).toMatchObject({ engine: 'Second' })
  engine.say(() => '')
  other.say((text) => `${text} &lt;b&gt;`)
  const refused = await house.thing(dana, 'Another text altogether')
  await house.settle()
  expect(await layers(refused)).toHaveLength(1)
  await other.close()
})

test('each pair goes to the engine that the host chose for it', async () => {
  const other = await fakeEngine('deepl')
  await open({
    TRANSLATE_ENGINES: JSON.stringify([
      { type: 'libretranslate', name: 'East', url: engine.url, pairs: ['en>zh-Hans', 'zh-CN>en'] },
      { type: 'deepl', name: 'West', url: other.url, key: 'k', pairs: ['en>es'] },
    ]),
  })
  await house.a.member({ handle: 'eva', languages: ['es'] })
  const id = await house.thing(dana, english)
  await house.settle()
  expect((await layers(id)).map(({ language, engine: name }: { language: string; engine: string | null }) => [language, name]).sort()).toEqual([
    ['en', null],
    ['es', 'West'],
    ['zh-Hans', 'East'],
  ])
  expect((await ask('dana', id, 'fr')).json.type).toBe('/problems/no-engine')
  expect((await house.as(null).get('/engines')).json.items).toEqual([
    { from: 'en', to: 'zh-Hans', name: 'East' },
    { from: 'zh-Hans', to: 'en', name: 'East' },
    { from: 'en', to: 'es', name: 'West' },
  ])
  await other.close()
})

test('after five failures an engine is left alone for a minute, then tried once, and used again', async () => {
  await open()
  engine.fail(503, 503, 503, 503, 503)
  const id = await house.thing(dana, english)
  await expect(house.settle()).rejects.toThrow('503')
  const again = async () => {
    await ask('lin', id, 'zh-Hans')
    await house.settle()
  }
  for (let i = 0; i < 4; i += 1) await expect(again()).rejects.toThrow('503')
  expect(engine.received).toHaveLength(5)
  await expect(again()).rejects.toThrow('pauses')
  expect(engine.received).toHaveLength(5)
  expect(await house.ground.db.q.selectFrom('engine_use').select('characters').where('engine', '=', '').executeTakeFirst()).toEqual({ characters: 0 })
  house.clock.move(61 * SECOND)
  await again()
  expect(engine.received).toHaveLength(6)
  expect(await layers(id)).toHaveLength(2)
})
