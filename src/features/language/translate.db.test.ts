import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { LiveMessage } from '#ground/live/index.ts'
import { dropLayers } from './drop-layers.ts'
import { backwards, type FakeEngine, fakeEngine } from './engines/fakes.harness.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let shared: HouseOfThings
let sharedEngine: FakeEngine
let engine: FakeEngine
let house: HouseOfThings
let lin: ActorId
let dana: ActorId
/** Another text for each test: what was translated once costs nothing. */
let english: string
let count = 0

/** A house of its own, for tests that need other settings, engines or members. */
async function open(settings: Record<string, string> = {}, more: object[] = []): Promise<void> {
  engine = await fakeEngine('libretranslate')
  house = await houseOfThings({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }, ...more]), ...settings })
  await welcome()
}
async function welcome(): Promise<void> {
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  dana = await house.a.member({ handle: 'dana', languages: ['en'] })
}
let sharedMembers: [ActorId, ActorId]
beforeAll(async () => {
  await open()
  shared = house
  sharedEngine = engine
  sharedMembers = [lin, dana]
})
beforeEach(() => {
  house = shared
  engine = sharedEngine
  ;[lin, dana] = sharedMembers
  engine.received.length = 0
  engine.say(backwards)
  count += 1
  english = `A quiet walk by the river ${'abcdefghijklmnopqrstuvwxyz'.charAt(count).repeat(4)}`
})
afterEach(async () => {
  if (house === shared) return
  await house.close()
  await engine.close()
})
afterAll(async () => {
  await shared.close()
  await sharedEngine.close()
})

const ask = (who: string, id: string, language = 'en') => house.as(who).post('/translations', { subjectKind: 'thing', subjectId: id, language })
const layers = async (id: string, who: string | null = 'lin') => (await house.as(who).get(`/layers?subjectKind=thing&subjectId=${id}`)).json.items
const backwardsOf = (text: string) => backwards(text, 'en', 'zh-Hans')

test('a public text is translated into the languages read here, shown with the engine’s name, and not again', async () => {
  const id = await house.thing(dana, english, { body: 'First line with @lin\n\nsecond line', warning: 'rain' })
  await house.settle()
  expect(await layers(id)).toMatchObject([
    { origin: 'original', language: 'en' },
    {
      origin: 'machine',
      language: 'zh-Hans',
      engine: 'Fake',
      by: null,
      title: backwardsOf(english),
      body: `${backwardsOf('First line with')} @lin\n\n${backwardsOf('second line')}`,
      warning: backwardsOf('rain'),
      stale: false,
    },
  ])
  const calls = engine.received.length
  await house.write(id, english, { body: 'First line with @lin\n\nsecond line', warning: 'rain' })
  await house.settle()
  expect(engine.received).toHaveLength(calls)
  expect((await ask('lin', id, 'zh-Hans')).status).toBe(200)
})

test('without any engine nothing is sent, and asking says what can be done instead', async () => {
  await open({ TRANSLATE_ENGINES: '' })
  const id = await house.thing(dana, english)
  await house.settle()
  expect(await layers(id)).toHaveLength(1)
  expect((await ask('lin', id, 'zh-Hans')).json.type).toBe('/problems/no-engine')
})

test('text that is not public never reaches an engine, not even when a reader asks', async () => {
  const id = await house.thing(dana, 'For my followers only, please', { isPublic: false, readers: [lin] })
  await house.settle()
  expect((await ask('lin', id, 'zh-Hans')).json.type).toBe('/problems/text-stays-here')
  await house.settle()
  expect(engine.received).toEqual([])
  expect(await house.ground.db.q.selectFrom('translations_cache').selectAll().where('subject_id', '=', id).execute()).toEqual([])
})

test('a text that stops being public while its job waits is not sent', async () => {
  const id = await house.thing(dana, english)
  house.things.set(id, { owner: dana, isPublic: false, readers: [] })
  await house.settle()
  expect(engine.received).toEqual([])
})

test('the host may allow private text to be translated', async () => {
  await open({ TRANSLATE_PRIVATE: 'on' })
  const id = await house.thing(dana, 'For my followers only, please', { isPublic: false, readers: [lin] })
  expect((await ask('lin', id, 'zh-Hans')).status).toBe(202)
  await house.settle()
  expect(await layers(id)).toHaveLength(2)
})

test('who asks is answered at once that it is on its way, and told when it is there; so is the owner', async () => {
  const id = await house.thing(lin, '在河边散步的一个下午')
  const heard: [string, LiveMessage][] = []
  house.ground.live.subscribe(dana, (message) => heard.push(['dana', message]))
  house.ground.live.subscribe(lin, (message) => heard.push(['lin', message]))
  const asked = await ask('dana', id, 'en')
  expect(asked.status).toBe(202)
  expect(asked.json).toMatchObject({ waiting: true, shown: { origin: 'original' } })
  await house.settle()
  await expect.poll(() => heard.length).toBe(2)
  const message = { kind: 'layer', data: { subjectKind: 'thing', subjectId: id, language: 'en', state: 'ready' } }
  expect(heard.sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['dana', message],
    ['lin', message],
  ])
  expect((await ask('dana', id, 'en')).json).toMatchObject({ waiting: false, shown: { origin: 'machine', engine: 'Fake' }, canTranslate: false })
})

test('an edit makes the layer stale until the engine has worded it anew; only the new line is sent', async () => {
  const id = await house.thing(dana, english, { body: 'one line\nanother line' })
  await house.settle()
  engine.received.length = 0
  await house.write(id, english, { body: 'one line\na changed line' })
  expect((await layers(id))[1]).toMatchObject({ stale: true })
  await house.settle()
  expect((await layers(id))[1]).toMatchObject({ stale: false, body: backwardsOf('one line\na changed line') })
  expect(engine.received.map(({ body }) => body.q)).toEqual([['a changed line']])
})

test('an answer for a wording that was edited meanwhile is not kept', async () => {
  let edit: Promise<unknown> | undefined
  const id = await house.thing(dana, english)
  engine.say((text) => {
    edit ??= house.write(id, 'Something else entirely now')
    return backwardsOf(text)
  })
  await house.settle()
  await edit
  await house.settle()
  expect((await layers(id))[1]).toMatchObject({ title: backwardsOf('Something else entirely now'), stale: false })
})

test('a person’s layer makes an engine needless', async () => {
  const id = await house.thing(lin, '在河边散步')
  await house.as('lin').post('/layers', { subjectKind: 'thing', subjectId: id, language: 'en', title: 'A walk by the river', body: '' })
  await house.settle()
  expect(engine.received).toEqual([])
  expect((await ask('dana', id)).json).toMatchObject({ waiting: false, shown: { origin: 'author', title: 'A walk by the river' } })
})

test('mixed text: each reader gets what is foreign to them, and what they read stays as it was written', async () => {
  const id = await house.thing(lin, '这个 vibe 太 chill 了 lol')
  expect((await ask('lin', id, 'zh-Hans')).status).toBe(202)
  const words: Record<string, string> = { vibe: '氛围', chill: '放松', lol: '哈哈' }
  engine.say((text, _from, to) => (to === 'zh-Hans' ? (words[text] ?? '') : text.replace('这个', 'This').replace('太', 'is too').replace('了', ',')))
  await house.settle()
  const sent = (target: string) => engine.received.filter(({ body }) => body.target === target).map(({ body }) => [body.source, body.q])
  expect(sent('zh-Hans')).toEqual([['en', ['vibe', 'chill', 'lol']]])
  expect((await ask('lin', id, 'zh-Hans')).json).toMatchObject({ shown: { title: '这个 氛围 太 放松 了 哈哈', origin: 'machine' } })
  await ask('dana', id)
  await house.settle()
  expect(sent('en')).toEqual([['zh-Hans', ['这个 [[x0]] 太 [[x1]] 了 [[x2]]']]])
  expect((await ask('dana', id)).json).toMatchObject({ shown: { title: 'This vibe is too chill , lol', origin: 'machine' } })
  expect((await ask('lin', id, 'ja')).status).toBe(202)
})

test('the same language is never sent', async () => {
  const id = await house.thing(dana, english)
  expect((await ask('lin', id, 'en-GB')).json.type).toBe('/problems/same-language')
})

test('equal text elsewhere costs nothing, and dropping a text drops what engines said of it', async () => {
  const first = await house.thing(dana, english)
  await house.settle()
  const calls = engine.received.length
  const second = await house.thing(dana, english)
  await house.settle()
  expect(engine.received).toHaveLength(calls)
  expect(await layers(second)).toHaveLength(2)
  const kept = () => house.ground.db.q.selectFrom('translations_cache').selectAll().where('subject_id', '=', first).execute()
  expect(await kept()).toHaveLength(1)
  await house.ground.db.transaction((tx) => dropLayers(tx, subject('thing', first)))
  expect(await kept()).toEqual([])
})

test('only the languages most read here get a layer without being asked', async () => {
  await open()
  for (const [handle, languages] of Object.entries({
    a1: ['ja', 'ko'],
    a2: ['ja', 'fr'],
    a3: ['ja', 'es', 'fr'],
    a4: ['ko', 'fr'],
    a5: ['zh-CN', 'ru'],
    a6: ['ko', 'es'],
  }))
    await house.a.member({ handle, languages })
  const id = await house.thing(dana, english)
  await house.settle()
  expect((await layers(id)).map(({ language }: { language: string }) => language).sort()).toEqual(['en', 'es', 'fr', 'ja', 'ko'])
})

test('when no layer will come, who asked is told so', async () => {
  engine.say(() => '')
  const id = await house.thing(lin, '在山上看日出的一个早晨')
  const heard: LiveMessage[] = []
  house.ground.live.subscribe(dana, (message) => heard.push(message))
  await ask('dana', id)
  await house.settle()
  await expect.poll(() => heard).toEqual([{ kind: 'layer', data: { subjectKind: 'thing', subjectId: id, language: 'en', state: 'failed' } }])
})

test('a corrected language throws away what was made from the wrong one', async () => {
  const id = await house.thing(dana, 'Mole con arroz')
  await house.settle()
  await house.as('dana').patch(`/texts/thing/${id}`, { language: 'fr' })
  expect((await layers(id)).filter(({ origin }: { origin: string }) => origin === 'machine')).toEqual([])
  await house.settle()
  expect(engine.received.at(-1)?.body.source).toBe('fr')
  expect((await layers(id)).map(({ language }: { language: string }) => language).sort()).toEqual(['en', 'fr', 'zh-Hans'])
})

test('who asked for a language gets it of what the text says now when it was edited meanwhile', async () => {
  const id = await house.thing(dana, english)
  await house.settle()
  const heard: LiveMessage[] = []
  house.ground.live.subscribe(lin, (message) => heard.push(message))
  expect((await ask('lin', id, 'es')).status).toBe(202)
  const { promise, resolve } = Promise.withResolvers<void>()
  engine.wait(promise)
  const working = house.settle()
  const calls = engine.received.length
  await expect.poll(() => engine.received.length).toBeGreaterThan(calls)
  await house.write(id, `${english} again`)
  resolve()
  await working
  engine.wait(Promise.resolve())
  await house.settle()
  const spanish = (await layers(id)).filter(({ language }: { language: string }) => language === 'es')
  expect(spanish).toMatchObject([{ origin: 'machine', title: backwards(`${english} again`, 'en', 'es'), stale: false }])
  await expect.poll(() => heard.filter(({ data }) => (data as { language?: string }).language === 'es').length).toBe(1)
})

test('several who ask are served at once: none waits behind what one worker took along', async () => {
  await open()
  const texts = Array.from({ length: 6 }, (_, i) => `A walk by the river ${'abcdef'.charAt(i).repeat(4)}`)
  for (const text of texts) expect((await ask('lin', await house.thing(dana, text), 'es')).status).toBe(202)
  const { promise, resolve } = Promise.withResolvers<void>()
  engine.wait(promise)
  await house.ground.jobs.work(house.ground.allJobs.filter(({ name }) => name === 'language.translate-asked') as never)
  await expect.poll(() => engine.received.length, { timeout: 20_000 }).toBe(4)
  resolve()
  await expect.poll(() => engine.answered.length, { timeout: 20_000 }).toBe(6)
})
