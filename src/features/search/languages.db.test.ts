import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActorId } from '#ground/ids/index.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'

let house: TestHouse
const id: Record<string, ActorId> = {}
const note: Record<string, string> = {}

interface Item {
  kind: string
  why?: string
  by?: string | null
  tile?: { id: string }
  topic?: { id: string }
}

const write = async (name: string, by: string, input: object) => {
  house.clock.move(60_000)
  const { status, json } = await house.as(by).post('/notes', { kind: 'text', visibility: 'public', ...input })
  expect(status, JSON.stringify(json)).toBe(201)
  note[name] = json.id
}
const search = async (q: string, more: Record<string, string> = {}): Promise<Item[]> =>
  (await house.as(null).get(`/search?${new URLSearchParams({ q, ...more })}`)).json.items
const nameOf = (one: Item) => Object.keys(note).find((name) => note[name] === one.tile?.id) ?? ''
const found = async (q: string, more: Record<string, string> = {}) => (await search(q, more)).filter(({ kind }) => kind === 'note').map(nameOf)
const reason = async (q: string, name: string) => {
  const one = (await search(q)).find((item) => nameOf(item) === name)
  return one ? [one.why, one.by] : null
}
const suggested = async (q: string) => (await house.as(null).get(`/search/suggestions?${new URLSearchParams({ q })}`)).json.items

/** Some lines as the dictionary has them. */
async function fillDictionary() {
  const db = house.ground.db.q
  for (const [headword, word] of [
    ['red braised pork', '红烧肉'],
    ['basement', '地下室'],
    ['porcelain', '瓷器'],
  ])
    await sql`insert into dictionary_reverse (headword, position, word, variant, reading, sense) values (${headword}, 0, ${word}, ${word}, '', '')`.execute(db)
  await sql`insert into dictionary_entries (dictionary, language, headword, variant, reading, senses) values
    ('CC-CEDICT', 'zh-Hans', '地下室', '地下室', '', array['basement', 'cellar']), ('CC-CEDICT', 'zh-Hans', '图书馆', '圖書館', '', array['library'])`.execute(
    db,
  )
}

beforeAll(async () => {
  house = await openHouse()
  await fillDictionary()
  id.lin = await house.a.member({ handle: 'lin', name: '林小满', languages: ['zh-Hans'] })
  id.dana = await house.a.member({ handle: 'dana', name: 'Dana Kowalski' })
  await write('pork', 'lin', { title: '外婆的红烧肉', body: '先炒糖色，再小火一个钟头。', language: 'zh-Hans', placeId: 'chengdu' })
  await write('rock', 'lin', { title: '摇滚不需要理由', body: '下雨天也要排练。', language: 'zh-Hans' })
  await write('noodles', 'lin', { title: '深夜のラーメン', body: '屋台で食べた。', language: 'ja', placeId: 'tokyo' })
  await write('show', 'dana', { title: 'A house show in the basement', body: 'Post-punk, loud. It sold out; the punk post came late.', topics: ['punk'] })
  await write('books', 'dana', { title: 'The library stays open', body: 'They let us read until midnight.', placeId: 'detroit' })
  await write('piercing', 'dana', { title: 'Braised greens', body: 'No meat at all.' })
  await write('locked', 'lin', { title: '朋友圈的摇篮曲 wuzzlegong', body: '外婆的地窖', topics: ['乌鸦飞'], language: 'zh-Hans', visibility: 'followers' })
  await house.settle()
})
afterAll(() => house.close())

describe('words as they sound', () => {
  test.each([
    ['yaogun', 'rock'],
    ['Yáogǔn', 'rock'],
    ['yao gun', 'rock'],
    ['hongshaorou', 'pork'],
    ['ramen', 'noodles'],
    ['raamen', 'noodles'],
  ])('%s finds what is written in another script, marked so', async (q, name) => {
    expect(await reason(q, name)).toEqual(['reading', null])
  })

  test('only titles, names and topics are looked up by sound', async () => {
    expect(await found('xiayutian')).toEqual([])
  })

  test('a topic and a person are found and suggested by sound', async () => {
    expect((await search('pengke')).find(({ kind }) => kind === 'topic')?.topic?.id).toBe('punk')
    expect(await found('pengke')).toEqual(['show'])
    expect(await suggested('pengk')).toContainEqual(expect.objectContaining({ kind: 'topic', url: '/topics/punk' }))
    expect(await suggested('linxiao')).toContainEqual(expect.objectContaining({ kind: 'person', label: '林小满' }))
  })
})

describe('words as they mean', () => {
  test('braised pork finds 红烧肉 and says by which word', async () => {
    expect(await found('braised pork')).toContain('pork')
    expect(await reason('braised pork', 'pork')).toEqual(['dictionary', '红烧肉'])
  })

  test('地下室 finds a basement, 図書館 a library, in whatever characters', async () => {
    expect(await reason('地下室', 'show')).toEqual(['dictionary', 'basement'])
    expect(await reason('図書館', 'books')).toEqual(['dictionary', 'library'])
  })

  test('what holds the words stands above what only means them', async () => {
    await write('pork-en', 'dana', { title: 'A dish', body: 'Red braised pork, for eight hours.' })
    await house.settle()
    expect((await found('braised pork')).slice(0, 2)).toEqual(['pork-en', 'pork'])
  })
})

describe('how one asks', () => {
  test('in quotes as it stands there', async () => {
    expect(await found('"post punk"')).toEqual([])
    expect(await found('"post-punk, loud"')).toEqual(['show'])
    expect(await found('“小火一个钟头”')).toEqual(['pork'])
    expect(await found('"hous show"')).toEqual([])
  })

  test('the beginning of a word, and its plural', async () => {
    expect(await found('basem')).toEqual(['show'])
    expect(await found('libraries')).toEqual(['books'])
    expect(await found('lib*')).toEqual(['books'])
  })

  test('little words need not be there; of several words some may be missing when little is found', async () => {
    expect((await found('the show of a basement'))[0]).toBe('show')
    expect((await found('basement trombone'))[0]).toBe('show')
  })

  test('filters: place with what lies in it, author, days of the calendar, topic', async () => {
    expect(await found('library', { place: 'us' })).toEqual(['books'])
    expect(await found('library', { place: 'chengdu' })).toEqual([])
    expect(await found('basement', { author: '@dana' })).toEqual(['show'])
    expect(await found('basement', { author: 'lin' })).toEqual([])
    expect(await found('basement', { author: 'nobody' })).toEqual([])
    expect(await found('basement', { topic: 'punk' })).toEqual(['show'])
    expect(await found('basement', { since: '2026-03-01' })).toEqual(['show'])
    expect(await found('basement', { until: '2026-02-28' })).toEqual([])
    expect((await found('', { author: 'dana' })).length).toBe(4)
  })
})

describe('what only followers may read has no part in what a stranger finds', () => {
  const asked = ['wuzzlegong', 'wuzzlegon', 'wuzz', 'yaolanqu', '摇篮曲', 'wuyafei', '乌鸦飞', 'lullaby', '"外婆的地窖"']

  test('not in results, corrections and counts', async () => {
    for (const q of asked) {
      const { json } = await house.as(null).get(`/search?${new URLSearchParams({ q })}`)
      expect([json.items.filter((one: Item) => one.kind === 'topic' || nameOf(one) === 'locked'), json.corrected], q).toEqual([[], null])
      expect((await house.as(null).get(`/search/count?${new URLSearchParams({ q })}`)).json, q).toEqual({ count: 0, more: false })
    }
  })

  test('not in suggestions, by letters or by sound', async () => {
    for (const q of [...asked, 'yaolan']) expect(await suggested(q), q).toEqual([])
  })

  test('not among the words that help spelling, the names, or the ways by which a question is widened', async () => {
    const { rows } = await sql<{ n: number }>`select ((select count(*) from search_words where word like 'wuzz%')
      + (select count(*) from search_names where folded like 'wuya%' or name = '乌鸦飞'))::integer as n`.execute(house.ground.db.q)
    expect(rows).toEqual([{ n: 0 }])
    expect((await search('乌鸦飞')).map(({ by }) => by).filter(Boolean)).toEqual([])
  })
})
