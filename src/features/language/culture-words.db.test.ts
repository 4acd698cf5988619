import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

let house: HouseOfThings
beforeAll(async () => {
  house = await houseOfThings()
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'], locale: 'zh-Hans' })
  await house.a.member({ handle: 'dana', languages: ['en'] })
  await house.a.member({ handle: 'gus', role: 'moderator', languages: ['en'] })
}, 30_000)
afterAll(() => house.close())

const tap = async (who: string | null, text: string, word: string, language = 'zh-Hans') =>
  (await house.as(who).get(`/gloss?${new URLSearchParams({ text, language, offset: String(text.indexOf(word)) })}`)).json
const word = {
  language: 'zh',
  headword: '水泥自赏',
  reading: 'shuǐ ní zì shǎng',
  en: 'cement shoegaze: our word for the sound of the old factory',
  zhHans: '我们对老厂房里那种声音的叫法',
}

describe('a word that readers explain to each other', () => {
  let id: string

  test('is explained once, by a member, and found by everybody', async () => {
    expect((await house.as(null).post('/culture-words', word)).status).toBe(401)
    const added = await house.as('lin').post('/culture-words', word)
    expect(added.json).toMatchObject({ headword: '水泥自赏', language: 'zh-Hans', revision: 1, by: { handle: 'lin' } })
    id = added.json.id
    expect((await house.as('dana').post('/culture-words', word)).status).toBe(409)
    expect((await house.as('dana').post('/culture-words', { ...word, headword: '水泥自賞' })).status).toBe(409)
    expect((await house.as(null).get('/culture-words')).json.items.map((w: { headword: string }) => w.headword)).toEqual(['水泥自赏'])
  })

  test('stands in the gloss with credit and its page, in the reader’s language, and is kept whole', async () => {
    expect(await tap('dana', '他们玩水泥自赏很多年', '泥')).toMatchObject({
      headword: '水泥自赏',
      reading: 'shuǐ ní zì shǎng',
      senses: [word.en],
      source: { name: '@lin', licence: 'CC0-1.0', url: `/words/culture/${id}` },
    })
    expect(await tap('lin', '他們玩水泥自賞', '泥', 'zh-Hant')).toMatchObject({ headword: '水泥自赏', senses: [word.zhHans] })
  })

  test('is explained better by others, not over each other, and any wording comes back', async () => {
    const better = { ...word, en: 'cement shoegaze', revision: 1 }
    expect((await house.as('dana').patch(`/culture-words/${id}`, better)).json).toMatchObject({ revision: 2, en: 'cement shoegaze', by: { handle: 'dana' } })
    expect((await house.as('lin').patch(`/culture-words/${id}`, { ...better, en: 'late' })).status).toBe(409)
    expect((await house.as('lin').post(`/culture-words/${id}/revert`, { revision: 1 })).json).toMatchObject({ revision: 3, en: word.en, by: { handle: 'lin' } })
    expect((await house.as('lin').post(`/culture-words/${id}/revert`, { revision: 9 })).status).toBe(404)
    const first = (await house.as(null).get(`/culture-words/${id}/history?limit=2`)).json
    const rest = (await house.as(null).get(`/culture-words/${id}/history?limit=2&cursor=${first.next}`)).json
    const told = [...first.items, ...rest.items].map((w: { revision: number; en: string; by: { handle: string } }) => [w.revision, w.en, w.by.handle])
    expect(told).toEqual([
      [3, word.en, 'lin'],
      [2, 'cement shoegaze', 'dana'],
      [1, word.en, 'lin'],
    ])
    expect(rest.next).toBeNull()
  })

  test('the same wording again is no new one', async () => {
    expect((await house.as('dana').patch(`/culture-words/${id}`, { ...word, revision: 3 })).json).toMatchObject({ revision: 3, by: { handle: 'lin' } })
  })

  test('is reported like any text, and taken out by a moderator alone', async () => {
    expect((await house.as('dana').post('/reports', { subjectKind: 'culture-word', subjectId: id, kind: 'wrong-translation', words: '' })).status).toBeLessThan(
      300,
    )
    expect((await house.as('dana').delete(`/culture-words/${id}`)).status).toBe(404)
    expect((await house.as('gus').delete(`/culture-words/${id}`)).status).toBe(204)
    expect((await house.as(null).get(`/culture-words/${id}`)).status).toBe(404)
    expect((await house.as(null).get(`/culture-words/${id}/history`)).status).toBe(404)
    expect((await tap('dana', '水泥自赏', '泥')).headword).not.toBe('水泥自赏')
    const again = await house.as('dana').post('/culture-words', { ...word, en: 'factory shoegaze' })
    expect(again.json).toMatchObject({ id, revision: 4, en: 'factory shoegaze', by: { handle: 'dana' } })
  })

  test('needs a meaning, a word, and a language that is read here', async () => {
    const post = async (given: object) => (await house.as('dana').post('/culture-words', { ...word, headword: 'vibe', ...given })).status
    expect(await post({ en: ' ', zhHans: '' })).toBe(400)
    expect(await post({ headword: ' ' })).toBe(400)
    expect(await post({ language: 'tlh' })).toBe(400)
    expect(await post({ en: 'x'.repeat(201) })).toBe(400)
  })

  test('works from English too, whatever the case', async () => {
    await house.as('dana').post('/culture-words', { language: 'en', headword: 'Rust Hour', en: 'the last set of the night', zhHans: '当晚最后一组演出' })
    expect(await tap('lin', 'see you at rust hour', 'rust', 'en')).toMatchObject({
      headword: 'Rust Hour',
      senses: ['当晚最后一组演出'],
      source: { name: '@dana' },
    })
  })
})

test('of two who explain one word at once one is told that it is there already', async () => {
  const answers = await Promise.all(['lin', 'dana', 'gus'].map((who) => house.as(who).post('/culture-words', { ...word, headword: '同时解释' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
})
