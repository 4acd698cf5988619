import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import { cedictText } from '#pure/gloss/cedict-source.ts'
import { slangFile } from '#pure/gloss/slang.ts'
import { isDictionaryLoaded, loadDictionary } from './gloss/load-dictionary.ts'
import { keepUserWords } from './gloss/segmenter.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const WORDS = new Set(
  '这个 这 个 太 了 长 得 长得 高 他 银行 行 银 小红书 红书 上 的 乐队 朋克 后 很 好 大 家 个 轻松 氛围 乐 队 火锅 火 锅 排队 吃'.split(' '),
)

let house: HouseOfThings
let lin: ActorId
beforeAll(async () => {
  house = await houseOfThings()
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'], locale: 'zh-Hans' })
  await house.a.member({ handle: 'dana', languages: ['en'] })
  const lines = (await cedictText()).split('\n').filter((line) => WORDS.has(line.split(' ')[1] ?? ''))
  await loadDictionary(house.ground, { cedict: lines.join('\n'), cedictVersion: 'a few words', slang: await readFile(slangFile, 'utf8') })
}, 30_000)
afterAll(() => house.close())

const query = (facts: Record<string, string | number>) => new URLSearchParams(Object.entries(facts).map(([key, value]) => [key, String(value)])).toString()
const tap = async (who: string | null, text: string, word: string, language = 'zh-Hans') =>
  (await house.as(who).get(`/gloss?${query({ text, language, offset: text.indexOf(word) })}`)).json

describe('a tap on a word', () => {
  test('says its reading with tone marks, its meanings, its other writing, and where they come from', async () => {
    expect(await tap('dana', '我在银行排队', '行')).toMatchObject({
      headword: '银行',
      reading: 'yínháng',
      traditional: '銀行',
      senses: expect.arrayContaining(['bank']),
      language: 'zh-Hans',
      source: { name: 'CC-CEDICT', licence: 'CC BY-SA 4.0', url: 'https://cc-cedict.org/' },
      start: 2,
      end: 4,
    })
  })

  test('gives the reading that the sentence decides, and the others beside it', async () => {
    const gloss = await tap('dana', '他长得很高', '长')
    expect([
      gloss.reading,
      ...gloss.others.map(({ reading }: { reading: string }) => reading),
      ...gloss.shorter.map(({ text }: { text: string }) => text),
    ]).toContain('zhǎngde')
    const tall = await tap('dana', '很长', '长')
    expect(tall.reading).toBe('cháng')
    expect(tall.others.map(({ reading }: { reading: string }) => reading)).toContain('zhǎng')
  })

  test('keeps words of slang and of the dictionary whole where jieba would cut them', async () => {
    expect(await tap('dana', '小红书上的后朋克乐队', '红')).toMatchObject({ headword: '小红书' })
    expect(await tap('dana', '小红书上的后朋克乐队', '朋')).toMatchObject({
      headword: '后朋克',
      senses: ['post-punk'],
      source: { name: 'Commonplace words', licence: 'CC0-1.0' },
    })
  })

  test('serves both readers of mixed text', async () => {
    const text = '这个 vibe 太 chill 了'
    expect(await tap('dana', text, '这')).toMatchObject({ headword: '这个', reading: 'zhège' })
    const vibe = await tap('lin', text, 'vibe')
    expect(vibe).toMatchObject({ headword: 'vibe', language: 'en' })
    expect(vibe.senses[0]).toMatch(/\p{Script=Han}/u)
  })

  test('explains English to readers of Chinese, by the word’s dictionary form, and says that it is read backwards', async () => {
    const bands = await tap('lin', 'Two bands were playing', 'bands', 'en')
    expect(bands).toMatchObject({ headword: 'band', senses: expect.arrayContaining(['乐队 yuèduì']) })
    expect(bands.sources.map(({ name }: { name: string }) => name)).toContain('CC-CEDICT (reverse lookup)')
  })

  test('writes pointers of the dictionary for readers, not for machines', async () => {
    const senses = JSON.stringify(await tap('dana', '银行', '银'))
    expect(senses).toContain('家 (jiā), 个 (gè)'.replace(', ', ','))
    expect(senses).not.toMatch(/\[[a-z]+\d/)
  })

  test('finds traditional text too', async () => {
    expect(await tap('dana', '我們去銀行', '銀', 'zh-Hant')).toMatchObject({ reading: 'yínháng', traditional: '銀行' })
  })

  test('on nothing, beyond the end, or in a language without a dictionary is not found', async () => {
    for (const [text, language, offset] of [
      ['你好，世界', 'zh-Hans', 2],
      ['你好', 'zh-Hans', 99],
      ['olá', 'pt', 0],
      ['しました', 'ja', 0],
    ] as const) {
      expect((await house.as('dana').get(`/gloss?${query({ text, language, offset })}`)).status).toBe(404)
    }
    expect((await house.as('dana').get('/gloss?offset=0')).status).toBe(400)
    expect((await house.as('dana').get(`/gloss?${query({ text: '好'.repeat(5001), language: 'zh-Hans', offset: 0 })}`)).status).toBe(413)
  })
})

describe('without a dictionary of the language', () => {
  test('a word of Japanese shows how it is said and its dictionary form, never what the same signs mean in Chinese', async () => {
    const text = '銀行で待っています'
    expect(await tap('dana', text, '行', 'ja')).toMatchObject({ headword: '銀行', reading: 'ぎんこう ginkō', senses: [], parts: [], language: 'ja' })
    expect(await tap('dana', text, 'って', 'ja')).toMatchObject({ headword: '待つ', reading: 'まつ matsu', start: 3, end: 9 })
    const id = await house.thing(lin, '銀行', { body: text, language: 'ja' })
    const layers = (await house.as('dana').get(`/layers?subjectKind=thing&subjectId=${id}`)).json.items
    const { title, body, entries } = (await house.as('dana').get(`/gloss/texts?layerIds=${layers[0].id}`)).json.items[0]
    expect([...title.words, ...body.words].map(({ entry }: { entry: number }) => entries[entry].reading)).toEqual([
      'ぎんこう ginkō',
      'ぎんこう ginkō',
      'まつ matsu',
    ])
    expect(entries.flatMap(({ senses }: { senses: string[] }) => senses)).toEqual([])
  })

  test('a word of Korean shows how it is said', async () => {
    expect(await tap('dana', '독립문 앞에서', '립', 'ko')).toMatchObject({ headword: '독립문', reading: 'dongnimmun', senses: [] })
  })

  test('handles of people are no words, in any language', async () => {
    for (const [language, text] of [
      ['zh-Hans', '和 @band 去银行'],
      ['en', 'with @band to the bank'],
      ['ja', '@bandと銀行へ'],
      ['ko', '@band 님과'],
    ] as const) {
      const at = (place: number) => query({ text, language, offset: text.indexOf('@') + place })
      for (const place of [0, 1, 4]) expect((await house.as('lin').get(`/gloss?${at(place)}`)).status, `${language} ${place}`).toBe(404)
      const { body } = (await house.as('lin').get(`/gloss/tokens?${query({ text, language })}`)).json
      expect(body.some(({ text: word }: { text: string }) => word.includes('band'))).toBe(false)
    }
  })
})

test('a word of a text that one may read is found by its place, without script, by visitors too', async () => {
  const id = await house.thing(lin, '火锅', { body: '在家吃火锅太好了' })
  const at = (facts: object) => house.as(null).get(`/gloss?${query({ subjectKind: 'thing', subjectId: id, ...facts })}`)
  expect((await at({ offset: 4 })).json).toMatchObject({ headword: '火锅', reading: 'huǒguō' })
  expect((await at({ offset: 0, part: 'title' })).json).toMatchObject({ headword: '火锅' })
  const added = (await house.as('dana').post('/layers', { subjectKind: 'thing', subjectId: id, language: 'en', title: 'Hot pot', body: 'A band eats' })).json
  expect((await house.as('lin').get(`/gloss?${query({ subjectKind: 'thing', subjectId: id, layerId: added.id, offset: 2 })}`)).json).toMatchObject({
    headword: 'band',
  })
  expect((await at({ offset: 0, layerId: '01900000-0000-7000-8000-000000000000' })).status).toBe(404)
})

test('no text is a bug', async () => {
  for (const text of ['\0', 'a\0b', '好\0好', '\ud800', '𠮷', "'; drop table layers; --", '%', `e${'\u0301'.repeat(200)}`, '\u202e好']) {
    for (const language of ['zh-Hans', 'en', 'ja', 'und', 'xx']) {
      for (let offset = 0; offset < Math.min(text.length, 3); offset += 1) {
        expect(
          (await house.as('dana').get(`/gloss?${query({ text: text.toWellFormed(), language, offset })}`)).status,
          JSON.stringify([text, language, offset]),
        ).toBeLessThan(500)
      }
      expect(
        (await house.as('dana').get(`/gloss/tokens?${query({ text: text.toWellFormed(), language })}`)).status,
        JSON.stringify([text, language]),
      ).toBeLessThan(500)
    }
  }
})

test('pages learn where the words of a text stand', async () => {
  const id = await house.thing(lin, '火锅', { body: '小红书上的后朋克乐队 @lin 太好了' })
  const words = (await house.as(null).get(`/gloss/tokens?subjectKind=thing&subjectId=${id}`)).json
  expect(words.title).toEqual([{ start: 0, end: 2, text: '火锅' }])
  expect(words.body.slice(0, 5).map(({ text }: { text: string }) => text)).toEqual(['小红书', '上', '的', '后朋克', '乐队'])
  expect((await house.as(null).get(`/gloss/tokens?${query({ text: 'Two bands', language: 'en' })}`)).json.body).toEqual([
    { start: 0, end: 3, text: 'Two' },
    { start: 4, end: 9, text: 'bands' },
  ])
})

test('words that other features bring are kept whole from then on', async () => {
  const cut = async () =>
    (await house.as(null).get(`/gloss/tokens?${query({ text: '我在豆瓣东村看演出', language: 'zh-Hans' })}`)).json.body.map(
      ({ text }: { text: string }) => text,
    )
  expect(await cut()).not.toContain('豆瓣东村')
  await house.ground.db.transaction((tx) => keepUserWords(tx, 'places', ['豆瓣东村', '', '豆瓣东村']))
  house.clock.move(6 * 60_000)
  expect(await cut()).toContain('豆瓣东村')
})

test('the whole bundled dictionary is loaded once', async () => {
  expect(await isDictionaryLoaded(house.ground)).toBe(false)
  await loadDictionary(house.ground)
  expect(await isDictionaryLoaded(house.ground)).toBe(true)
  const count = async () =>
    (
      await house.ground.db.q
        .selectFrom('dictionary_entries')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('dictionary', '=', 'CC-CEDICT')
        .executeTakeFirstOrThrow()
    ).n
  expect(await count()).toBeGreaterThan(120_000)
  const newest = async () =>
    (
      await house.ground.db.q
        .selectFrom('dictionary_entries')
        .select((eb) => eb.fn.max('id').as('id'))
        .executeTakeFirstOrThrow()
    ).id
  const before = await newest()
  await loadDictionary(house.ground)
  expect(await newest()).toBe(before)
  expect(await tap('dana', '不想内卷，只想躺平', '躺')).toMatchObject({ headword: '躺平', reading: 'tǎngpíng' })
}, 60_000)

test('a word that takes the place of another among those kept whole is noticed too', async () => {
  const kept = async (words: string[], text: string) => {
    await house.ground.db.transaction((tx) => keepUserWords(tx, 'places', words))
    house.clock.move(6 * 60_000)
    return (await house.as(null).get(`/gloss/tokens?${query({ text, language: 'zh-Hans' })}`)).json.body.map((word: { text: string }) => word.text)
  }
  expect(await kept(['蔷薇西里'], '在蔷薇西里吃饭')).toContain('蔷薇西里')
  expect(await kept(['茉莉北坊'], '在茉莉北坊吃饭')).toContain('茉莉北坊')
})
