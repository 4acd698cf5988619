import { afterAll, beforeAll, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { dropLayers } from './drop-layers.ts'
import { keepOriginal, type OriginalText } from './keep-original.ts'
import type { TextReader } from './layer.ts'
import { layersFor, titlesFor } from './layers-for.ts'
import { insertLayer } from './queries/layers.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const reader = (reads: string[], more: Partial<TextReader> = {}): TextReader => ({ reads, show: 'translation', keepOriginal: [], locale: 'en', ...more })
const text = (title: string, body = '', more: Partial<OriginalText> = {}): OriginalText => ({ title, body, warning: null, ...more })
const keep = (id: string, words: OriginalText) => house.ground.db.transaction((tx) => keepOriginal(tx, house.ground, subject('note', id), words))
const shown = async (id: string, who: TextReader) => (await layersFor(house.ground.db.q, who, [subject('note', id)])).get(id)

async function addLayer(id: string, language: string, origin: 'author' | 'person' | 'machine', title: string, rating = 0): Promise<void> {
  const { ids, clock, db } = house.ground
  await db.transaction((tx) =>
    insertLayer(tx, {
      id: ids.next<LayerId>(),
      subject_kind: 'note',
      subject_id: id,
      language,
      origin,
      by_actor: origin === 'machine' ? null : ids.next(),
      engine: origin === 'machine' ? 'test' : null,
      title,
      body: '',
      warning: null,
      also: [],
      language_given: false,
      revision: 1,
      source_revision: 1,
      stale: false,
      rating,
      created_at: clock.now(),
      updated_at: clock.now(),
    }),
  )
}

test('a note keeps its text with the language it is written in', async () => {
  const id = house.ground.ids.next()
  expect(await keep(id, text('在成都吃火锅', '今天和朋友去吃了火锅，太辣了。 #火锅 @lin'))).toBe('zh-Hans')
  const seen = await shown(id, reader(['zh-Hans']))
  expect(seen).toMatchObject({ shown: { title: '在成都吃火锅', origin: 'original', language: 'zh-Hans' }, also: [], show: 'translation' })
  expect(seen?.shown.html).toContain('href="/@lin"')
  expect(seen?.shown.html).toContain('class="mention hashtag"')
})

test('a reader sees the author’s layer before a member’s, and that before the machine’s', async () => {
  const id = house.ground.ids.next()
  await keep(id, text('这家店的面条很好吃', '下次还来。'))
  const english = reader(['en'])
  expect((await shown(id, english))?.shown.origin).toBe('original')
  await addLayer(id, 'en', 'machine', 'by engine')
  expect((await shown(id, english))?.shown.title).toBe('by engine')
  await addLayer(id, 'en', 'person', 'disliked', -3)
  expect((await shown(id, english))?.shown.title).toBe('by engine')
  await addLayer(id, 'en', 'person', 'liked', 1)
  await addLayer(id, 'en', 'person', 'liked more', 2)
  expect((await shown(id, english))?.shown.title).toBe('liked more')
  await addLayer(id, 'en', 'author', 'by author')
  expect((await shown(id, english))?.shown.title).toBe('by author')
  expect((await shown(id, english))?.layers).toHaveLength(6)
  expect((await shown(id, reader(['en'], { show: 'original' })))?.shown.origin).toBe('original')
  expect((await shown(id, reader(['en'], { keepOriginal: ['zh-Hans'] })))?.shown.origin).toBe('original')
  expect((await shown(id, reader(['ja', 'zh-Hans'])))?.shown.origin).toBe('original')
  const titles = await titlesFor(house.ground.db.q, english, [subject('note', id)])
  expect(titles.get(id)).toEqual({ title: 'by author', excerpt: '', language: 'en', origin: 'author', originalLanguage: 'zh-Hans', warning: null })
})

test('an edit marks the other layers stale; the same text again does not', async () => {
  const id = house.ground.ids.next()
  await keep(id, text('Noodles by the station', 'They close at nine.'))
  await addLayer(id, 'zh-Hans', 'machine', '车站旁的面条')
  await keep(id, text('Noodles by the station', 'They close at nine.'))
  expect((await shown(id, reader(['zh-Hans'])))?.shown.stale).toBe(false)
  await keep(id, text('Noodles by the station', 'They close at ten now.'))
  expect((await shown(id, reader(['zh-Hans'])))?.shown.stale).toBe(true)
})

test('mixed text offers its button to both readers when an engine serves them, and to nobody without one', async () => {
  const id = house.ground.ids.next()
  expect(await keep(id, text('这个 vibe 太 chill 了', '', { declared: ['zh-Hans'] }))).toBe('zh-Hans')
  const serves = () => true
  expect(await shown(id, reader(['zh-Hans'], { serves }))).toMatchObject({ canTranslate: true, also: ['en'] })
  expect((await shown(id, reader(['en'], { serves })))?.canTranslate).toBe(true)
  expect((await shown(id, reader(['en', 'zh-Hans'], { serves })))?.canTranslate).toBe(false)
  expect((await shown(id, reader(['en'])))?.canTranslate).toBe(false)
})

test('what the author named stays the language through edits', async () => {
  const id = house.ground.ids.next()
  expect(await keep(id, text('Punk', '', { language: 'fr' }))).toBe('fr')
  expect(await keep(id, text('Punk is not dead and this is an English sentence'))).toBe('fr')
})

test('the same words again keep their language, also when nothing is said of their author', async () => {
  const id = house.ground.ids.next()
  const heard = await keep(id, text('Punk', '', { declared: ['es'] }))
  expect(heard).toBe('es')
  expect(await keep(id, text('Punk'))).toBe('es')
})

test('a tile’s excerpt is one line of at most 140 signs', async () => {
  const id = house.ground.ids.next()
  await keep(id, text('Rain', `first line\n\nsecond 🌧️ ${'rain and more rain '.repeat(30)}`))
  const title = (await titlesFor(house.ground.db.q, reader(['en']), [subject('note', id)])).get(id)
  expect(title?.excerpt).toMatch(/^first line second 🌧️ rain.*…$/)
  expect([...new Intl.Segmenter().segment(title?.excerpt ?? '')].length).toBe(140)
})

test('after dropping nothing is left, also not for a subject of another kind with the same id', async () => {
  const id = house.ground.ids.next()
  await keep(id, text('Gone soon'))
  await addLayer(id, 'zh-Hans', 'machine', '快没了')
  expect(await layersFor(house.ground.db.q, reader(['en']), [subject('comment', id)])).toEqual(new Map())
  await house.ground.db.transaction((tx) => dropLayers(tx, subject('note', id)))
  expect(await shown(id, reader(['en']))).toBeUndefined()
})

test('of many layers only the words of those that are shown come from the database', async () => {
  const id = house.ground.ids.next()
  await keep(id, text('雨', '今天一直在下雨。'))
  for (const [language, title] of [
    ['en', 'Rain'],
    ['fr', 'Averse'],
    ['es', 'Lluvia'],
  ] as const)
    await addLayer(id, language, 'person', title)
  const came: string[] = []
  const listening = house.ground.db.q.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      came.push(JSON.stringify(result.rows))
      return result
    },
  })
  const found = (await layersFor(listening, reader(['en']), [subject('note', id)])).get(id)
  expect(found).toMatchObject({ shown: { title: 'Rain' }, original: { title: '雨' } })
  expect(found?.layers.map(({ language }) => language)).toEqual(['zh-Hans', 'en', 'fr', 'es'])
  expect(came.join()).toContain('Rain')
  expect(came.join()).not.toMatch(/Averse|Lluvia/)
})
