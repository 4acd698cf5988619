import { afterEach, beforeEach, expect, test } from 'vitest'
import { after, DAY, SECOND } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { LiveMessage } from '#ground/live/index.ts'
import { backwards, type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { daysUse, monthUse } from './queries/engine-use.ts'
import { tidy } from './queries/machine.ts'
import { putTerm } from './queries/terms.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let engine: FakeEngine
let house: HouseOfThings
let dana: ActorId

async function open(settings: Record<string, string> = {}, more: object[] = [], start?: string): Promise<void> {
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }, ...more]), ...settings }, start)
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
  expect(await monthUse(house.ground.db.q, '2026-03')).toBe(english.length)
  expect(await daysUse(house.ground.db.q, '2026-03-01', '2026-03-31')).toEqual([
    { day: '2026-03-01', engine: 'Fake', characters: english.length, calls: 1, refused: 0 },
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
    // Of every place.
    { from: 'zh-Hans', to: 'zh-Hant', name: 'OpenCC' },
    { from: 'zh-Hant', to: 'zh-Hans', name: 'OpenCC' },
    { from: 'en', to: 'zh-Hans', name: 'East' },
    { from: 'zh-Hans', to: 'en', name: 'East' },
    { from: 'en', to: 'es', name: 'West' },
  ])
  await other.close()
})

test('after five failures an engine is left alone for a minute, then tried once, and used again; the text waits and gets its layer', async () => {
  // Later than the machine's own clock, so that the queue waits by the house's.
  await open({}, [], '2126-03-01T12:00:00Z')
  engine.fail(503, 503, 503, 503, 503)
  const id = await house.thing(dana, english)
  await house.settle()
  for (let i = 0; i < 4; i += 1) {
    await ask('lin', id, 'zh-Hans')
    await house.settle()
  }
  expect(engine.received).toHaveLength(5)
  await ask('lin', id, 'zh-Hans')
  await house.settle()
  expect(engine.received).toHaveLength(5)
  expect(await monthUse(house.ground.db.q, '2126-03')).toBe(0)
  house.clock.move(61 * SECOND)
  await house.settle()
  expect(engine.received).toHaveLength(6)
  expect(await layers(id)).toHaveLength(2)
})

test('an engine that asks for a pause gets it; after many tries there is no layer, and who asked is told', async () => {
  await open({}, [], '2126-03-01T12:00:00Z')
  engine.retryAfter(120)
  engine.fail(...Array.from({ length: 200 }, () => 429))
  const id = await house.thing(dana, english)
  const heard: LiveMessage[] = []
  const lin = (await house.viewer('lin')).id
  house.ground.live.subscribe(lin, (message) => heard.push(message))
  await house.settle()
  await ask('lin', id, 'zh-Hans')
  await house.settle()
  expect(engine.received).toHaveLength(1)
  house.clock.move(119 * SECOND)
  await house.settle()
  expect(engine.received).toHaveLength(1)
  for (let minutes = 0; minutes < 600; minutes += 10) {
    house.clock.move(600 * SECOND)
    await house.settle()
  }
  expect(engine.received.length).toBeLessThan(60)
  expect(await layers(id)).toHaveLength(1)
  await expect.poll(() => heard).toEqual([{ kind: 'layer', data: { subjectKind: 'thing', subjectId: id, language: 'zh-Hans', state: 'failed' } }])
  expect(await house.ground.jobs.waiting()).toEqual({})
})

test('an answer that was refused is remembered: asking again costs nothing, in a week it may be better', async () => {
  await open()
  engine.say(() => 'the same old English words')
  const id = await house.thing(dana, english)
  await house.settle()
  const asked = async () => {
    await ask('lin', id, 'zh-Hans')
    await house.settle()
  }
  await asked()
  expect(engine.received).toHaveLength(1)
  expect(await daysUse(house.ground.db.q, '2026-03-01', '2026-03-01')).toMatchObject([{ calls: 1, refused: 1 }])
  engine.say(backwards)
  await asked()
  expect([engine.received.length, (await layers(id)).length]).toEqual([1, 1])
  house.clock.move(8 * DAY)
  await tidy(house.ground.db.q, after(house.clock.now(), -90 * DAY), after(house.clock.now(), -7 * DAY), house.clock.now())
  await asked()
  expect([engine.received.length, (await layers(id)).length]).toEqual([2, 2])
})

test('where no engine knows a pair, two steps over English do, and the layer names both', async () => {
  const other = await fakeEngine('deepl')
  const way = [
    { type: 'libretranslate', name: 'East', url: engine.url, pairs: ['ja>en'] },
    { type: 'deepl', name: 'West', url: other.url, key: 'k', pairs: ['en>es'] },
  ]
  await open({ TRANSLATE_ENGINES: JSON.stringify(way) })
  engine.say(() => 'I go to the river with [[x0]] in the evening')
  other.say((text) => text.replace('I go to the river with', 'Voy al lago con').replace('in the evening', 'por la tarde'))
  await house.a.member({ handle: 'eva', languages: ['es'] })
  const id = await house.thing(dana, '夕方に @lin と川へ行きます', { language: 'ja' })
  await house.settle()
  expect((await layers(id)).find(({ language }: { language: string }) => language === 'es')).toMatchObject({
    engine: 'East → West',
    title: 'Voy al lago con @lin por la tarde',
  })
  expect(other.received[0]?.body).toMatchObject({ source_lang: 'EN', target_lang: 'ES', text: ['I go to the river with [[x0]] in the evening'] })
  await ask('lin', id, 'es')
  await house.settle()
  expect([engine.received.length, other.received.length]).toEqual([1, 1])
  await other.close()
})

test('what the host wants translated its way is hidden from every engine and stands in the layer', async () => {
  await open()
  await putTerm(house.ground.db.q, { id: crypto.randomUUID(), language: 'en', target: 'zh-Hans', term: 'hot pot', translation: '火锅' }, house.clock.now())
  const id = await house.thing(dana, 'Hot Pot by the quiet river')
  await house.settle()
  expect(engine.received[0]?.body.q).toEqual(['[[x0]] by the quiet river'])
  expect((await layers(id))[1].title).toMatch(/^火锅 /)
})
