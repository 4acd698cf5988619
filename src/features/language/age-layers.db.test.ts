import { afterAll, beforeAll, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { layersOf } from './queries/layers.ts'
import { rowsBeside } from './rows.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

/** Something an engine could have said: as long as Chinese is, and different for each text. */
const inChinese = (text: string): string =>
  `${[...text.replace(/[^a-z]/gi, '')].flatMap((letter, i) => (i % 2 ? [] : [String.fromCodePoint(0x7a00 + letter.charCodeAt(0) * 7 + (i % 13))])).join('')}。`

let house: HouseOfThings
let engine: FakeEngine
let dana: ActorId
beforeAll(async () => {
  engine = await fakeEngine('libretranslate')
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }]) })
  dana = await house.a.member({ handle: 'dana', languages: ['en', 'fr'] })
  await house.a.member({ handle: 'lin', languages: ['zh-Hans', 'en'] })
  await house.a.member({ handle: 'aoi', languages: ['ja', 'en'] })
  engine.say((text) =>
    text
      .split(/(?<=\.) /)
      .map(inChinese)
      .join(''),
  )
})
afterAll(async () => {
  await house.close()
  await engine.close()
})

const before = 'We cook noodles tonight. The broth takes five hours. Bring your own bowl. The cats are shy. Come hungry.'
const after = before.replace('five hours', 'eleven long hours')
const french = 'Ce soir, on cuisine des nouilles. Le bouillon prend cinq heures. Apporte ton bol. Les chats sont timides. Viens avec faim.'
const japanese = '今夜は麺を作ります。スープは五時間かかります。お椀を持ってきてね。猫は恥ずかしがりです。お腹を空かせて来て。'
const korean = '오늘 밤 국수를 끓여요. 국물은 다섯 시간 걸려요. 그릇을 가져오세요. 고양이는 수줍어해요. 배고픈 채로 오세요.'

const layer = (who: string, id: string, language: string, title: string, body: string) =>
  house.as(who).post('/layers', { subjectKind: 'thing', subjectId: id, language, title, body })
const stored = async (id: string) => {
  const [original, ...others] = await layersOf(house.ground.db.q, [subject('thing', id)])
  if (!original) throw new Error('no original')
  return others.map((one) => ({ ...one, states: rowsBeside(original, one).map(({ state }) => state) }))
}
const waiting = () => house.ground.db.q.selectFrom('translation_asks').selectAll().execute()

async function withFourLayers(title: string): Promise<string> {
  const id = await house.thing(dana, title, { body: before })
  await layer('dana', id, 'fr', 'Soirée nouilles', french)
  await layer('aoi', id, 'ja', '麺の夜', japanese)
  await layer('lin', id, 'ko', '국수의 밤', korean)
  await house.settle()
  return id
}

test('an edit of sentence 2 of 5 leaves four sentences of each of four layers, marks one stale, and asks the engine for that one', async () => {
  const id = await withFourLayers('Noodle night')
  const made = await stored(id)
  expect(made.map(({ language, origin, stale }) => [language, origin, stale]).sort()).toEqual([
    ['fr', 'author', false],
    ['ja', 'person', false],
    ['ko', 'person', false],
    ['zh-Hans', 'machine', false],
  ])
  engine.received.length = 0
  await house.write(id, 'Noodle night', { body: after })
  const edited = await stored(id)
  for (const { states, stale, outdated } of edited) {
    expect(states).toEqual(['fresh', 'fresh', 'stale', 'fresh', 'fresh', 'fresh'])
    expect([stale, outdated]).toEqual([true, false])
  }
  // What people wrote is as they wrote it.
  expect(
    edited
      .filter(({ origin }) => origin !== 'machine')
      .map(({ body }) => body)
      .sort(),
  ).toEqual([french, japanese, korean].sort())
  await house.settle()
  expect(engine.received.map(({ body }) => body.q)).toEqual([['The broth takes eleven long hours.']])
  const renewed = await stored(id)
  expect(renewed.map(({ language, stale }) => [language, stale]).sort()).toEqual([
    ['fr', true],
    ['ja', true],
    ['ko', true],
    ['zh-Hans', false],
  ])
  const machine = renewed.find(({ origin }) => origin === 'machine')
  const first = made.find(({ origin }) => origin === 'machine')
  expect(machine?.body).toContain(inChinese('The broth takes eleven long hours.'))
  expect(machine?.body).not.toContain(inChinese('The broth takes five hours.'))
  expect(machine?.body).toContain(inChinese('Come hungry.'))
  expect(machine).toMatchObject({ engine: 'Fake', title: first?.title })
  // As many wordings as its number says: what the engine said before is not kept.
  const history = (await house.as(null).get(`/layers/${machine?.id}/history`)).json
  expect(history.items).toMatchObject([{ revision: 1, body: machine?.body, changes: null }])
  expect(machine?.engineVersion).toBeTruthy()
  expect(await waiting()).toEqual([])
})

test('sentences that only change places, or go, cost nothing; the engine’s layer follows, people’s words stay', async () => {
  const id = await withFourLayers('Noodles again')
  const machineBefore = (await stored(id)).find(({ origin }) => origin === 'machine')
  engine.received.length = 0
  await house.write(id, 'Noodles again', { body: 'Come hungry. We cook noodles tonight. The broth takes five hours. The cats are shy.' })
  await house.settle()
  expect(engine.received).toEqual([])
  const now = await stored(id)
  const machine = now.find(({ origin }) => origin === 'machine')
  expect(machine?.states).toEqual(Array(5).fill('fresh'))
  expect(machine?.body).not.toBe(machineBefore?.body)
  expect(machine?.stale).toBe(false)
  const person = now.find(({ language }) => language === 'ja')
  expect(person).toMatchObject({ body: japanese, stale: true, outdated: false })
  expect(person?.states.filter((state) => state === 'gone')).toHaveLength(1)
})

test('a text that says something else altogether outdates every layer, and an engine is asked for the whole', async () => {
  const id = await withFourLayers('Soup')
  engine.received.length = 0
  await house.write(id, 'Closed for summer', { body: 'Nobody cooks here now. See you in autumn.' })
  expect((await stored(id)).map(({ outdated }) => outdated)).toEqual([true, true, true, true])
  await house.settle()
  const asked = engine.received.map(({ body }) => body.target)
  expect(asked).toContain('zh-Hans')
  const reader = house.as('aoi')
  await reader.post('/translations', { subjectKind: 'thing', subjectId: id, language: 'ja' })
  await house.settle()
  const { shown } = (await reader.post('/translations', { subjectKind: 'thing', subjectId: id, language: 'ja' })).json
  expect(shown.origin).toBe(shown.language === 'ja' ? 'machine' : 'original')
})

test('worded anew by its maker a layer is fresh in every sentence', async () => {
  const id = await withFourLayers('Noodles, third')
  await house.write(id, 'Noodles, third', { body: after })
  const person = (await stored(id)).find(({ language }) => language === 'ja')
  await house.as('aoi').patch(`/layers/${person?.id}`, { title: '麺の夜', body: japanese.replace('五時間', '十一時間') })
  expect((await stored(id)).find(({ language }) => language === 'ja')).toMatchObject({ stale: false, outdated: false, pairs: null })
})
