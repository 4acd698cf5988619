import { afterEach, expect, test } from 'vitest'
import { after, SECOND } from '#ground/clock/index.ts'
import { readConfig } from '#ground/config/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { contentHash } from '#ground/ids/index.ts'
import { type OpenGround, openGround } from '#ground/open.ts'
import { features } from '../../rooms.ts'
import { askEngine } from './ask-engine.ts'
import { routesFor, switchboard } from './engines/choose.ts'
import { type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { openRequests } from './queries/engine-requests.ts'
import { monthUse } from './queries/engine-use.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'
import { translateWording } from './translate-wording.ts'

let paid: FakeEngine
let second: FakeEngine
let house: HouseOfThings
let neighbour: OpenGround
afterEach(async () => {
  await neighbour.close()
  await house.close()
  await paid.close()
  await second.close()
})

/** Two processes on one database, each with the same two engines. */
async function open(): Promise<[Ground, Ground]> {
  paid = await fakeEngine('libretranslate')
  second = await fakeEngine('libretranslate')
  const list = [paid, second].map(({ url }, i) => ({ type: 'libretranslate', name: `Engine ${i}`, url, timeoutSeconds: 1 }))
  const TRANSLATE_ENGINES = JSON.stringify(list)
  house = await houseOfThings({ TRANSLATE_ENGINES })
  const { connection } = house.ground.db
  const config = readConfig({}, { DATABASE_URL: connection, DATA_DIR: house.ground.config.dataDir, LOG_LEVEL: 'error', TRANSLATE_ENGINES })
  neighbour = await openGround(config, features, { clock: house.clock, poolSize: 4, migrated: true })
  return [house.ground, neighbour]
}
const never = new AbortController().signal
const thing = subject('thing', '1')
function ask(ground: Ground, ...texts: string[]): Promise<Map<string, string>> {
  const [leg] = routesFor(switchboard(ground), 'en', 'zh-Hans')[0] ?? []
  if (!leg) throw new Error('no route')
  return askEngine(ground, leg, thing, texts, never)
}
const callsOf = (engine: FakeEngine): string[] => engine.received.map(({ headers }) => String(headers['idempotency-key']))
const written = () => house.ground.db.q.selectFrom('engine_requests').selectAll().execute()

test('what one process asks for, another does not, of this engine or the next; when it is said, both have it', async () => {
  const [here, there] = await open()
  let answer = (): void => {}
  const held = new Promise<void>((done) => {
    answer = done
  })
  paid.wait(held)
  const first = ask(here, 'A walk by the river', 'A bowl of soup')
  await expect.poll(() => paid.received.length).toBe(1)
  const wording = { title: 'A bowl of soup', body: '', warning: null }
  const asked = translateWording(there, thing, wording, { main: 'en', also: [], from: 'en', to: 'zh-Hans' }, never)
  await expect(asked).rejects.toMatchObject({ kind: 'asked', waitSeconds: 7 })
  answer()
  const said = await first
  const { wording: made } = (await translateWording(there, thing, wording, { main: 'en', also: [], from: 'en', to: 'zh-Hans' }, never)) ?? {}
  expect(made?.title).toBe(said.get('A bowl of soup'))
  expect([paid.received.length, second.received.length]).toEqual([1, 0])
  expect(await written()).toEqual([])
})

test('a call of which nobody knows whether it was heard is named so again; one that was answered is not', async () => {
  const [here, there] = await open()
  paid.crash()
  await expect(ask(here, 'one text', 'two texts')).rejects.toMatchObject({ kind: 'busy', unheard: true })
  const [{ call } = { call: '' }] = await written()
  await paid.revive()
  paid.fail(503)
  await expect(ask(there, 'one text', 'two texts')).rejects.toMatchObject({ kind: 'busy', unheard: false })
  expect(await written()).toEqual([])
  await ask(there, 'one text', 'two texts')
  const calls = callsOf(paid)
  expect(calls[0]).toBe(call)
  expect(new Set(calls).size).toBe(2)
})

test('after a process ended in the middle its texts wait until the call is over; asked together with others they are another call', async () => {
  const [here, there] = await open()
  await here.db.transaction(async (tx) => {
    const now = house.clock.now()
    const hash = contentHash(['2', 'Engine 0', 'libretranslate', 'en', 'zh-Hans', 'one text'].join('\0'))
    await openRequests(tx, [hash], { fresh: here.ids.next(), now, until: after(now, 5 * SECOND) })
  })
  const [{ call } = { call: '' }] = await written()
  await expect(ask(there, 'one text')).rejects.toMatchObject({ kind: 'asked', waitSeconds: 5 })
  expect(await monthUse(here.db.q, '2026-03')).toBe(0)
  house.clock.move(5 * SECOND)
  await ask(there, 'one text', 'two texts')
  expect(callsOf(paid)).toHaveLength(1)
  expect(callsOf(paid)).not.toContain(call)
  expect(await monthUse(here.db.q, '2026-03')).toBe('one texttwo texts'.length)
  expect(await written()).toEqual([])
})

test('answer and cost are kept together or not at all, and what could not be kept is asked for as the same call', async () => {
  const [here] = await open()
  const { transaction } = here.db
  let count = 0
  Object.assign(here.db, {
    transaction: (work: never) => {
      count += 1
      if (count === 2) throw new Error('the database went away')
      return transaction(work)
    },
  })
  await expect(ask(here, 'one text')).rejects.toThrow('went away')
  expect(await here.db.q.selectFrom('translations_cache').selectAll().execute()).toEqual([])
  expect(await here.db.q.selectFrom('engine_days').selectAll().execute()).toEqual([])
  await ask(here, 'one text')
  const calls = callsOf(paid)
  expect([calls.length, new Set(calls).size]).toEqual([2, 1])
})
