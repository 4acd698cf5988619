import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { backwards, type FakeEngine, fakeEngine } from '#features/language/engines/fakes.harness.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
let engine: FakeEngine
let draft: string
const content = { title: '雨停以后', body: '我们在河边走了很久，后来吃了面。', language: 'zh-Hans' }
const inEnglish = backwards(content.title, 'zh-Hans', 'en')

beforeAll(async () => {
  engine = await fakeEngine('libretranslate')
  house = await openHouse({ TRANSLATE_ENGINES: JSON.stringify([{ type: 'libretranslate', name: 'Fake', url: engine.url }]) })
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'dana', languages: ['en'] })
})
beforeEach(async () => {
  draft = (await house.as('lin').post('/drafts', { content })).json.id
  engine.received.length = 0
})
afterAll(async () => {
  await house.close()
  await engine.close()
})

const preview = (more: object, changed: object = {}, as = 'lin') =>
  house.as(as).post('/previews', { subjectKind: 'draft', subjectId: draft, content: { ...content, ...changed }, language: 'en', ...more })

test('nothing goes to an engine before the writer says so; then the reader’s tile and text are the machine’s', async () => {
  const before = (await preview({})).json
  expect(before).toMatchObject({
    machine: 'can',
    text: { shown: { origin: 'original' } },
    tile: { title: content.title, origin: 'original', author: { handle: 'lin' } },
  })
  expect(engine.received).toEqual([])
  const asked = (await preview({ ask: true })).json
  expect(asked).toMatchObject({
    machine: 'needless',
    text: { shown: { origin: 'machine', engine: 'Fake', language: 'en', title: inEnglish }, original: { title: content.title } },
    tile: { title: inEnglish, origin: 'machine', language: 'en', originalLanguage: 'zh-Hans' },
  })
  expect(asked.text.shown.html).toContain('<p>')
})

test('the author’s own version comes first and no machine is needed; a reader of the original needs nothing', async () => {
  const own = {
    layers: [
      { language: 'en', title: 'After the rain', body: '' },
      { language: 'ja', title: ' ', body: '' },
    ],
  }
  expect((await preview({ ask: true }, own)).json).toMatchObject({ machine: 'needless', text: { shown: { origin: 'author', title: 'After the rain' } } })
  expect((await preview({ ask: true, language: 'zh-Hans' })).json).toMatchObject({ machine: 'needless', text: { shown: { origin: 'original' } } })
  expect(engine.received).toEqual([])
})

test.each(['followers', 'mentioned', 'self'])('what is for %s is not sent, however it is asked', async (visibility) => {
  expect((await preview({ ask: true }, { visibility })).json).toMatchObject({ machine: 'private', text: { shown: { origin: 'original' } } })
  expect(engine.received).toEqual([])
})

test('only one’s own, and within the limits of a note', async () => {
  expect((await preview({}, {}, 'dana')).status).toBe(404)
  expect((await preview({ subjectId: house.ground.ids.next() })).status).toBe(404)
  expect((await preview({}, { title: '字'.repeat(61) })).json.type).toBe('/problems/title-length')
  expect((await preview({ language: 'und' })).json.type).toBe('/problems/language-unknown')
})

test('what the preview paid for is the published note’s, and goes with a draft that is thrown away', async () => {
  const kept = async (id: string) => (await house.ground.db.q.selectFrom('translations_cache').select('hash').where('subject_id', '=', id).execute()).length
  await house.as('lin').put(`/drafts/${draft}`, { content: { ...content, title: '第三篇' }, version: 1 })
  await preview({ ask: true }, { title: '第三篇' })
  expect(await kept(draft)).toBeGreaterThan(0)
  engine.received.length = 0
  const { id } = (await house.as('lin').post(`/drafts/${draft}/publish`)).json
  expect(await kept(draft)).toBe(0)
  await house.settle()
  expect((await house.as('dana').get(`/notes/${id}`)).json.text.shown).toMatchObject({ origin: 'machine', title: backwards('第三篇', 'zh-Hans', 'en') })
  expect(engine.received).toEqual([])

  const other = (await house.as('lin').post('/drafts', { content })).json.id
  await preview({ ask: true, subjectId: other }, { title: '第四篇' })
  expect(await kept(other)).toBeGreaterThan(0)
  await house.as('lin').delete(`/drafts/${other}`)
  expect(await kept(other)).toBe(0)
})

test('an engine that fails is said, and the original stands', async () => {
  engine.fail(500, 500, 500)
  expect((await preview({ ask: true }, { title: '别的标题' })).json).toMatchObject({
    machine: 'failed',
    text: { shown: { origin: 'original', title: '别的标题' } },
  })
})
