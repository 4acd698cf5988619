import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { examine } from '#faces/cli/doctor.ts'
import { MINUTE } from '#ground/clock/index.ts'
import { switchboard } from './engines/choose.ts'
import { type Words, writeToyModel } from './engines/local/toy-model.harness.ts'
import type { LocalEngine } from './engines/local.ts'
import { monthUse } from './queries/engine-use.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const WORDS: Words = [
  ['The', 'El'],
  ['river', 'río'],
  ['is', 'está'],
  ['cold', 'frío'],
  ['today', 'hoy'],
  ['and', 'y'],
  ['the soup', 'la sopa'],
  ['hot', 'caliente'],
]
const CHINESE: Words = [
  ['^今天', 'The'],
  ['^的', 'river'],
  ['^河水', 'is'],
  ['^很冷', 'cold today'],
  ['^。', '^.'],
]
let folder: string
let house: HouseOfThings
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commonplace-models-'))
  writeToyModel(folder, 'en-es', WORDS)
  writeToyModel(
    folder,
    'es-en',
    WORDS.map(([from, to]) => [to, from]),
  )
  writeToyModel(folder, 'zh-en', CHINESE, { apart: true })
  mkdirSync(join(folder, 'en-ja'))
  // Later than the machine's own clock, so that the queue waits by the house's.
  house = await houseOfThings({ TRANSLATE_MODELS: folder, TRANSLATE_MONTHLY_CHARACTERS: '0' }, '2126-03-01T12:00:00Z')
})
afterEach(async () => {
  local().end()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})
const local = () => switchboard(house.ground).engines.find(({ name }) => name === 'Bergamot') as LocalEngine
const layersOf = async (id: string) => (await house.as('maria').get(`/layers?subjectKind=thing&subjectId=${id}`)).json.items
const english = 'The river is cold today and the soup is hot'
const spanish = 'El río está frío hoy y la sopa está caliente'

test('with models of its own a place makes layers, over English too, keeps them, and pays nothing; rubbish is refused', async () => {
  const maria = await house.a.member({ handle: 'maria', languages: ['es'] })
  const dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  const one = await house.thing(dana, english, { body: 'The soup with @dana is hot https://example.org/a' })
  await house.settle()
  const layer = (await layersOf(one)).find(({ origin }: { origin: string }) => origin === 'machine')
  expect(layer).toMatchObject({ language: 'es', engine: 'Bergamot', engineVersion: local().version })
  expect(layer.engineVersion).toMatch(/^bergamot-0\.4\.9:[0-9a-f]{8}$/)
  expect(JSON.stringify(layer)).toContain(spanish)
  // Said once, it is kept: the engine sleeps.
  local().end()
  const two = await house.thing(maria, english)
  await house.settle()
  expect(JSON.stringify(await layersOf(two))).toContain(spanish)
  expect(local().pids()).toEqual([])
  const lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  const three = await house.thing(lin, '今天的河水很冷。', { language: 'zh-Hans' })
  await house.as('maria').post('/translations', { subjectKind: 'thing', subjectId: three, language: 'es' })
  await house.settle()
  const over = (await layersOf(three)).find(({ language }: { language: string }) => language === 'es')
  expect(over).toMatchObject({ engine: 'Bergamot → Bergamot' })
  expect(JSON.stringify(over)).toContain('El río está frío hoy.')
  // It spells what it does not know: that is no translation.
  const four = await house.thing(dana, 'Somebody wrote about quite another matter here')
  await house.settle()
  expect((await layersOf(four)).map(({ origin }: { origin: string }) => origin)).toEqual(['original'])
  expect(await monthUse(house.ground.db.q, '2126-03')).toBe(0)
})

test('the reply bridge goes there and back', async () => {
  const maria = await house.a.member({ handle: 'maria', languages: ['es'] })
  await house.a.member({ handle: 'dana', languages: ['en'] })
  const id = await house.thing(maria, '¿Cómo está el agua en la montaña?', { language: 'es' })
  const { json } = await house.as('dana').post('/translations/bridge', { subjectKind: 'thing', subjectId: id, text: english })
  expect(json).toMatchObject({ from: 'en', to: 'es', text: spanish, back: english, engine: 'Bergamot' })
})

test('its process is killed amid a queue: every text gets its layer in the end', async () => {
  await house.a.member({ handle: 'maria', languages: ['es'] })
  const dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  const count = 40
  for (let i = 0; i < count; i += 1) await house.thing(dana, english, { body: `The river is cold today ${'and the soup is hot '.repeat(i)}` })
  const { translate } = local()
  let calls = 0
  local().translate = (...asked) => {
    calls += 1
    const said = translate(...asked)
    const pid = local().pids().at(-1)
    if ((calls === 5 || calls === 15) && pid !== undefined) process.kill(pid, 'SIGKILL')
    return said
  }
  const layers = async () => (await house.ground.db.q.selectFrom('layers').select('id').where('origin', '=', 'machine').execute()).length
  await house.settle()
  expect(await layers()).toBe(count - 2)
  house.clock.move(MINUTE)
  await house.settle()
  expect(await layers()).toBe(count)
})

test('the host sees its pairs and what is wrong with its files; doctor says it', async () => {
  await house.a.member({ handle: 'host', role: 'admin' })
  const { engines } = (await house.as('host').get('/admin/engines')).json
  expect(engines).toEqual([
    {
      name: 'Bergamot',
      version: local().version,
      pairs: [
        { from: 'en', to: 'es' },
        { from: 'es', to: 'en' },
        { from: 'zh-Hans', to: 'en' },
      ],
      pairCount: 3,
      pausesFor: 0,
      faults: [{ why: 'missing', file: 'en-ja/model.*.bin' }],
    },
  ])
  const finding = (await examine(house.ground)).find(({ name }) => name === 'language: files of local models')
  expect(finding).toEqual({ name: 'language: files of local models', ok: false, detail: '1, There is no file en-ja/model.*.bin.' })
})
