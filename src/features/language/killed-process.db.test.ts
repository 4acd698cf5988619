import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { backwards, type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { daysUse } from './queries/engine-use.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let engine: FakeEngine
let house: HouseOfThings
const workers: ChildProcess[] = []
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
  await house.close()
  await engine.close()
})

const WORKER = fileURLToPath(new URL('./translate-worker.harness.ts', import.meta.url))
function work(): ChildProcess {
  const { connection } = house.ground.db
  const { dataDir, TRANSLATE_ENGINES } = house.ground.config
  const settings = { DATABASE_URL: connection, DATA_DIR: dataDir, LOG_LEVEL: 'error', TRANSLATE_ENGINES }
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WORKER, JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  workers.push(worker)
  return worker
}

const letters = 'abcdefghij'
const spelled = (i: number): string => [...String(i)].map((digit) => letters.charAt(Number(digit)).repeat(2)).join('')
const THINGS = 100
const LINES = 10
/** Calls that one process makes at a time: two of the queue, and what is asked for by hand has none here. */
const AT_ONCE = 2

const machineLayers = async (): Promise<number> => {
  const rows = await house.ground.db.q.selectFrom('layers').select('id').where('origin', '=', 'machine').execute()
  return rows.length
}

test('a process that is killed amid a queue of 1,000 texts: none is lost, and only what it was asking for is asked again, as the same call', {
  timeout: 400_000,
}, async () => {
  engine = await fakeEngine('libretranslate')
  const settings = { type: 'libretranslate', name: 'Paid', url: engine.url, timeoutSeconds: 2 }
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([settings]) })
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  const dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  const texts = Array.from({ length: THINGS * LINES }, (_, i) => `A walk by the river ${spelled(i)}`)
  for (let i = 0; i < texts.length; i += LINES) await house.thing(dana, texts[i] ?? '', { body: texts.slice(i + 1, i + LINES).join('\n') })

  const first = work()
  let asked = 0
  engine.say((text, from, to) => {
    asked += 1
    // The engine goes on and bills the call; nobody hears its answer.
    if (asked === 405) first.kill('SIGKILL')
    return backwards(text, from, to)
  })
  await expect.poll(() => first.signalCode, { timeout: 60_000 }).toBe('SIGKILL')
  expect(await machineLayers()).toBeLessThan(THINGS)
  work()
  // Jobs of a process that was killed come back when their heartbeat was missed.
  await expect.poll(machineLayers, { timeout: 240_000, interval: 1_000 }).toBe(THINGS)

  const calls = new Map<string, string[][]>()
  for (const { headers, body } of engine.received) {
    const call = String(headers['idempotency-key'])
    calls.set(call, [...(calls.get(call) ?? []), body.q])
  }
  const again = [...calls.values()].filter((times) => times.length > 1)
  expect(again.length).toBeGreaterThan(0)
  expect(again.length).toBeLessThanOrEqual(AT_ONCE)
  for (const [once, ...more] of again) expect(more).toEqual([once])
  // An engine that knows such keys bills each text once.
  const billed = [...calls.values()].flatMap(([once]) => once ?? [])
  expect(billed.toSorted()).toEqual(texts.toSorted())
  const kept = await house.ground.db.q.selectFrom('translations_cache').select('hash').execute()
  expect(kept).toHaveLength(texts.length)
  const days = await daysUse(house.ground.db.q, '2000-01-01', '2999-12-31')
  expect(days.reduce((sum, day) => sum + day.characters, 0)).toBe(texts.join('').length)
  expect(await house.ground.db.q.selectFrom('engine_requests').selectAll().execute()).toEqual([])
})
