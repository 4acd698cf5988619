import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepConceptWords } from './gloss/segmenter.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const NAMES = { en: 'embroidery', 'zh-Hans': '刺绣', 'zh-Hant': '刺繡', ja: '刺繍', es: 'bordado', ko: '자수', fr: 'broderie', ru: 'вышивка' }

let house: HouseOfThings
beforeAll(async () => {
  house = await houseOfThings()
  const people = { lin: ['zh-Hans'], mei: ['zh-Hant'], dana: ['en'], yuki: ['ja', 'en'], gus: ['es'] }
  for (const [handle, languages] of Object.entries(people)) await house.a.member({ handle, languages })
  const rows = Object.entries(NAMES).map(([language, label]) => ({ address: '/topics/embroidery', language, label, names: NAMES }))
  await house.ground.db.transaction((tx) => keepConceptWords(tx, [...rows, { address: '/topics/embroidery', language: 'ja', label: '刺し子', names: NAMES }]))
}, 60_000)
afterAll(() => house.close())

const tap = async (who: string | null, text: string, word: string, language: string) =>
  (await house.as(who).get(`/gloss?${new URLSearchParams({ text, language, offset: String(text.indexOf(word)) })}`)).json

test.each([
  ['ja', '毎日刺繍をします', '刺繍'],
  ['es', 'Aprendo bordado con mi abuela', 'bordado'],
  ['ko', '자수 를 배워요', '자수'],
  ['fr', 'La Broderie du dimanche', 'Broderie'],
  ['ru', 'Моя вышивка готова', 'вышивка'],
])('a word of a topic in %s is explained to readers of English, of both writings of Chinese and of Japanese', async (language, text, word) => {
  expect(await tap('dana', text, word, language)).toMatchObject({
    headword: word.toLowerCase(),
    senses: ['embroidery'],
    source: { name: 'Commonplace topics', url: '/topics/embroidery' },
  })
  expect(await tap('lin', text, word, language)).toMatchObject({ senses: ['刺绣'] })
  expect(await tap('mei', text, word, language)).toMatchObject({ senses: ['刺繡'] })
  expect(await tap('yuki', text, word, language)).toMatchObject({ senses: [language === 'ja' ? 'embroidery' : '刺繍'] })
})

test('both writings of Chinese are found by readers of Spanish, and a word of one language is none of another’s', async () => {
  for (const text of ['学刺绣', '學刺繡'])
    expect(await tap('gus', text, text.slice(1), 'zh-Hans')).toMatchObject({ senses: expect.arrayContaining(['bordado']) })
  expect((await house.as('dana').get(`/gloss?text=bordado&language=fr&offset=0`)).status).toBe(404)
})

const explain = (who: string, word: object) => house.as(who).post('/culture-words', word)

test('a word is explained in any language of the interface, and in more of them by others; the history keeps all', async () => {
  const { json } = await explain('yuki', {
    language: 'ja',
    headword: '推し活',
    reading: 'おしかつ',
    en: 'doing things for one’s favourite artist',
    meanings: { ja: '推しを応援すること' },
  })
  expect(json).toMatchObject({ language: 'ja', meanings: { ja: '推しを応援すること' }, score: 0, myVote: 0 })
  const changed = await house
    .as('gus')
    .patch(`/culture-words/${json.id}`, { revision: 1, reading: 'おしかつ', en: json.en, meanings: { es: 'apoyar a tu artista' } })
  expect(changed.json.meanings).toEqual({ es: 'apoyar a tu artista', ja: '推しを応援すること' })
  expect(await tap('gus', '毎日推し活です', '推', 'ja')).toMatchObject({ headword: '推し活', reading: 'おしかつ', senses: ['apoyar a tu artista'] })
  expect(await tap('dana', '毎日推し活です', '推', 'ja')).toMatchObject({ senses: ['doing things for one’s favourite artist'] })
  const out = await house.as('yuki').patch(`/culture-words/${json.id}`, { revision: 2, reading: 'おしかつ', en: json.en, meanings: { ja: '' } })
  expect(out.json.meanings).toEqual({ es: 'apoyar a tu artista' })
  await house.as('yuki').post(`/culture-words/${json.id}/revert`, { revision: 1 })
  expect((await house.as(null).get(`/culture-words/${json.id}/history`)).json.items.map(({ meanings }: { meanings: object }) => Object.keys(meanings))).toEqual(
    [['ja'], ['es'], ['es', 'ja'], ['ja']],
  )
})

test('what explains nothing, or in a language that nobody reads here, is refused', async () => {
  expect((await explain('gus', { language: 'es', headword: 'chévere' })).json.type).toMatch('bad-input')
  expect((await explain('gus', { language: 'xx', headword: 'chévere', en: 'cool' })).json.type).toMatch('bad-input')
  expect((await explain('gus', { language: 'es', headword: 'chévere', meanings: { tlh: 'x' } })).json.type).toMatch('bad-input')
})

test('readers say whether it helped: once each, not for their own words; what did not help steps behind', async () => {
  const { json } = await explain('yuki', { language: 'ja', headword: '刺繍', en: 'a joke about embroidery' })
  const vote = async (who: string, value: number) => (await house.as(who).put(`/culture-words/${json.id}/vote`, { value })).json
  const first = async () => (await tap('dana', '刺繍', '刺', 'ja')).senses[0]
  expect(await first()).toBe('a joke about embroidery')
  expect((await vote('yuki', 1)).type).toMatch('own-layer')
  expect(await vote('dana', -1)).toEqual({ score: -1 })
  expect(await vote('dana', -1)).toEqual({ score: -1 })
  expect((await house.as('dana').get(`/culture-words/${json.id}`)).json).toMatchObject({ score: -1, myVote: -1 })
  expect(await vote('gus', -1)).toEqual({ score: -2 })
  expect(await vote('gus', 0)).toEqual({ score: -1 })
  expect(await vote('lin', 1)).toEqual({ score: 0 })
  expect(await vote('mei', 2)).toMatchObject({ type: expect.stringContaining('bad-input') })
})
