import { afterEach, expect, test } from 'vitest'
import { MINUTE } from '#ground/clock/index.ts'
import { subject } from '#ground/feature.ts'
import { askEngine } from './ask-engine.ts'
import { routesFor, switchboard } from './engines/choose.ts'
import { backwards, type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { monthUse } from './queries/engine-use.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let engine: FakeEngine
let house: HouseOfThings
async function open(): Promise<void> {
  engine = await fakeEngine('libretranslate')
  // Later than the machine's own clock, so that the queue waits by the house's.
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }]) }, '2126-03-01T12:00:00Z')
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
}
afterEach(async () => {
  await house.close()
  await engine.close()
})

const letters = 'abcdefghij'
const textOf = (i: number): string => `A walk by the river ${[...String(i)].map((digit) => letters.charAt(Number(digit)).repeat(2)).join('')}`
const machineLayers = async (): Promise<number> => {
  const { count } = await house.ground.db.q
    .selectFrom('layers')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('origin', '=', 'machine')
    .executeTakeFirstOrThrow()
  return Number(count)
}

test('an engine that is killed amid a queue of 1,000 texts: every text gets its layer, and none is paid twice', { timeout: 240_000 }, async () => {
  await open()
  const dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  const texts = Array.from({ length: 1_000 }, (_, i) => textOf(i % 950))
  for (const text of texts) await house.thing(dana, text)
  let asked = 0
  engine.say((text, from, to) => {
    asked += 1
    if (asked === 400) engine.crash()
    return backwards(text, from, to)
  })
  await house.settle()
  expect(engine.answered).toHaveLength(399)
  expect(await machineLayers()).toBeGreaterThanOrEqual(399)
  expect(await house.ground.jobs.waiting()).toMatchObject({ 'language.translate': 1_000 - (await machineLayers()) })
  await engine.revive()
  for (let minute = 0; minute < 30 && (await machineLayers()) < 1_000; minute += 1) {
    house.clock.move(MINUTE)
    await house.settle()
  }
  expect(await machineLayers()).toBe(1_000)
  expect(engine.answered).toHaveLength(950)
  expect(new Set(engine.answered).size).toBe(950)
  expect(await monthUse(house.ground.db.q, '2126-03')).toBe([...new Set(texts)].reduce((sum, text) => sum + text.length, 0))
})

test('who wants a text that is being asked for waits for that answer', async () => {
  await open()
  const { ground } = house
  const [leg] = routesFor(switchboard(ground), 'en', 'zh-Hans')[0] ?? []
  if (!leg) throw new Error('no route')
  const ask = (id: string, texts: string[]) => askEngine(ground, leg, subject('thing', id), texts, new AbortController().signal)
  const [first, second] = await Promise.all([ask('1', [textOf(1), textOf(2)]), ask('2', [textOf(2), textOf(3)])])
  expect(engine.answered.toSorted()).toEqual([textOf(1), textOf(2), textOf(3)])
  expect(first.get(textOf(2))).toBe(second.get(textOf(2)))
})

test('what an engine said is kept before anything else can go wrong: the second try costs nothing', async () => {
  await open()
  const dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  const announce = house.ground.outbox.announce
  let broken = true
  house.ground.outbox.announce = (tx, ...rest) => {
    if (broken && rest[0] === 'layer.added') throw new Error('killed')
    return announce(tx, ...rest)
  }
  const id = await house.thing(dana, textOf(1))
  await expect(house.settle()).rejects.toThrow('killed')
  expect([engine.answered.length, await machineLayers()]).toEqual([1, 0])
  broken = false
  await house.as('lin').post('/translations', { subjectKind: 'thing', subjectId: id, language: 'zh-Hans' })
  await house.settle()
  expect([engine.answered.length, await machineLayers()]).toEqual([1, 1])
})
