import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDictionary } from './gloss/load-dictionary.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

/** Kanji and kana in EUC-JP, which no encoder of ours writes: found by decoding all of its pairs. */
function eucJp(text: string): Buffer {
  const decoder = new TextDecoder('euc-jp')
  const signs = new Map<string, number[]>()
  for (let a = 0xa1; a < 0xff; a += 1) for (let b = 0xa1; b < 0xff; b += 1) signs.set(decoder.decode(Uint8Array.of(a, b)), [a, b])
  return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (signs.get(sign) ?? [0xff]))))
}

const LINES = `　？？？ /EDICT, written for this test/Created: 2026-01-01/
食べ過ぎ [たべすぎ] /(n) overeating/
食べる [たべる] /(v1,vt) (1) to eat/(2) to live on (e.g. a salary)/(P)/
方 [かた] /(n) (hon) person/(P)/
方 [ほう] /(n) direction/way/(P)/
鼻 [はな] /(n) nose/
花(P);華 [はな] /(n) flower/(P)/EntL1194510X/
銀行 [ぎんこう] /(n) bank/(P)/
this is no line
為る [する] /(vs-i) (uk) to do/(P)/
林 [はやし] /(n) woods/
`

let house: HouseOfThings
let path: string
const load = () => loadDictionary(house.ground, { cedict: '銀行 银行 [yin2 hang2] /bank (zh)/', cedictVersion: 'one word', slang: '' })
beforeAll(async () => {
  house = await houseOfThings()
  await house.a.member({ handle: 'dana', languages: ['en'] })
  await house.a.member({ handle: 'gus', languages: ['es'] })
  path = join(house.ground.config.DATA_DIR, 'edict')
  writeFileSync(path, eucJp(`${LINES}\ufffd? [x] /broken/\n`))
  house.ground.config.EDICT_FILE = path
  await load()
}, 60_000)
afterAll(() => house.close())

const tap = async (text: string, at: string, language = 'ja', who = 'dana') =>
  (await house.as(who).get(`/gloss?${new URLSearchParams({ text, language, offset: String(text.indexOf(at)) })}`)).json

test('the host’s own file explains words of Japanese, with its name and licence beside them', async () => {
  expect(await tap('寿司を食べました', '食')).toMatchObject({
    headword: '食べる',
    reading: 'たべる taberu',
    senses: ['to eat', 'to live on (e.g. a salary)'],
    source: { name: 'EDICT', licence: 'EDRDG, CC BY-SA 4.0', url: 'https://www.edrdg.org/edrdg/licence.html' },
    sources: [{ name: 'EDICT' }],
  })
  expect(await tap('銀行', '銀', 'ja', 'gus')).toMatchObject({ senses: ['bank'], traditional: null })
})

test('the page about this place names it', async () => {
  expect((await house.as(null).get('/dictionaries')).json).toEqual({
    items: [
      { name: 'CC-CEDICT', licence: 'CC BY-SA 4.0', url: 'https://cc-cedict.org/', entries: 1 },
      { name: 'EDICT', licence: 'EDRDG, CC BY-SA 4.0', url: 'https://www.edrdg.org/edrdg/licence.html', entries: 10 },
    ],
  })
})

test('the reading heard comes first, others after it; kana are the common words that sound so', async () => {
  expect(await tap('西の方へ行く', '方')).toMatchObject({ reading: 'ほう hō', senses: ['direction; way'], others: [{ reading: 'かた', senses: ['person'] }] })
  expect((await tap('赤いはなを見た', 'は')).senses).toEqual(['flower', 'flower', 'nose'])
  expect(await tap('料理をします', 'し')).toMatchObject({ headword: 'する', reading: null, senses: ['to do'] })
})

test('names stay names, and Chinese stays Chinese', async () => {
  expect(await tap('林さんに会った', '林')).toMatchObject({ reading: 'はやし Hayashi', senses: [] })
  expect(await tap('银行', '银', 'zh-Hans')).toMatchObject({ senses: ['bank (zh)'], sources: [{ name: 'CC-CEDICT' }] })
})

test('lines that are no entries are left out; a file that changes is read again, one that is gone changes nothing, no setting empties', async () => {
  const kept = () => house.ground.db.q.selectFrom('dictionaries').select('entries').where('name', '=', 'EDICT').executeTakeFirst()
  expect(await kept()).toEqual({ entries: 10 })
  writeFileSync(path, eucJp('案山子 [かかし] /(n) scarecrow/'))
  utimesSync(path, 1_800_000_000, 1_800_000_000)
  await load()
  expect(await kept()).toEqual({ entries: 1 })
  expect(await tap('案山子', '案')).toMatchObject({ reading: 'かかし kakashi', senses: ['scarecrow'] })
  house.ground.config.EDICT_FILE = `${path}-that-is-gone`
  await load()
  expect(await kept()).toEqual({ entries: 1 })
  delete house.ground.config.EDICT_FILE
  await load()
  expect(await kept()).toBeUndefined()
  expect((await tap('案山子', '案')).senses).toEqual([])
})
