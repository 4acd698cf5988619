import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDictionary } from './gloss/load-dictionary.ts'
import { isFreedictLoaded } from './gloss/load-freedict.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64 = (n: number): string => (n < 64 ? '' : base64(Math.floor(n / 64))) + DIGITS.charAt(n % 64)

let house: HouseOfThings
let folder: string
/** As FreeDict packs them. */
function write(pair: string, entries: readonly string[]): void {
  let at = 0
  const index = ['00databaseinfo about it', ...entries].map((entry) => {
    const start = at
    const length = Buffer.byteLength(`${entry}\n`)
    at += length
    return `${entry.split(/[ \n]/)[0]}\t${base64(start)}\t${base64(length)}`
  })
  writeFileSync(join(folder, `freedict-${pair}.index`), index.join('\n'))
  writeFileSync(join(folder, `freedict-${pair}.dict.dz`), gzipSync(['00databaseinfo about it', ...entries, ''].join('\n')))
}
const CEDICT = `餘震 余震 [yu2 zhen4] /earthquake aftershock/
書 书 [shu1] /book/letter/
房子 房子 [fang2 zi5] /house/building/
`
const load = () => loadDictionary(house.ground, { cedict: CEDICT, cedictVersion: 'three words', slang: '' })
beforeAll(async () => {
  house = await houseOfThings()
  await house.a.member({ handle: 'dana', languages: ['en'] })
  await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  await house.a.member({ handle: 'mei', languages: ['zh-Hant', 'en'] })
  folder = join(house.ground.config.DATA_DIR, 'dictd')
  mkdirSync(folder)
  write('spa-eng', ['libro /lˈiβɾo/\nbook', 'réplica /rˈeplika/\n1. aftershock, replica\n2. retort'])
  write('deu-eng', ['Haus /haʊs/ <neut, n, sg>\nhouse <n>\n "das Haus hüten" - to stay in'])
  write('jpn-eng', ['本 /hon/\nbook'])
  write('eng-spa', ['book /buk/\nlibro'])
  house.ground.config.FREEDICT_FOLDER = folder
  await load()
}, 60_000)
afterAll(() => house.close())

const tap = async (text: string, at: string, language: string, who = 'dana') =>
  (await house.as(who).get(`/gloss?${new URLSearchParams({ text, language, offset: String(text.indexOf(at)) })}`)).json

test('a word of Spanish or German is explained in English, with its dictionary beside it', async () => {
  expect(await tap('Un libro viejo', 'libro', 'es')).toMatchObject({
    headword: 'libro',
    senses: ['book'],
    source: { name: 'FreeDict spa-eng', url: 'https://freedict.org/' },
  })
  expect(await tap('Das Haus am See', 'Haus', 'de')).toMatchObject({ headword: 'Haus', senses: ['house'], source: { name: 'FreeDict deu-eng' } })
})

test('who reads Chinese has it in Chinese, in their characters, and is told how it came', async () => {
  expect(await tap('Un libro viejo', 'libro', 'es', 'lin')).toMatchObject({
    senses: ['书 shū (book)'],
    source: { name: 'FreeDict spa-eng, CC-CEDICT (reverse lookup)', licence: expect.stringContaining('CC BY-SA 4.0') },
  })
  expect((await tap('Un libro viejo', 'libro', 'es', 'mei')).senses).toEqual(['書 shū (book)'])
  // What leads nowhere stays in English.
  expect((await tap('la réplica', 'réplica', 'es', 'lin')).senses).toEqual(['aftershock, replica', 'retort'])
})

test('a word of one language is none of another', async () => {
  expect((await house.as('dana').get('/gloss?text=libro&language=fr&offset=0')).status).toBe(404)
  expect((await tap('a libro', 'libro', 'de')).senses ?? []).toEqual([])
})

test('the page about the place names them; Japanese and what leads out of English are not theirs to explain', async () => {
  const { items } = (await house.as(null).get('/dictionaries')).json
  expect(items.map(({ name, entries }: { name: string; entries: number }) => [name, entries])).toEqual([
    ['CC-CEDICT', 3],
    ['FreeDict deu-eng', 1],
    ['FreeDict spa-eng', 2],
  ])
})

test('a file that is gone takes its words along, a folder that cannot be read changes nothing, no setting empties', async () => {
  expect(await isFreedictLoaded(house.ground)).toBe(true)
  rmSync(join(folder, 'freedict-deu-eng.dict.dz'))
  expect(await isFreedictLoaded(house.ground)).toBe(false)
  await load()
  expect((await house.as('dana').get('/gloss?text=Haus&language=de&offset=0')).status).toBe(404)
  house.ground.config.FREEDICT_FOLDER = `${folder}-that-is-gone`
  await load()
  expect((await tap('libro', 'libro', 'es')).senses).toEqual(['book'])
  delete house.ground.config.FREEDICT_FOLDER
  await load()
  expect((await house.as('dana').get('/gloss?text=libro&language=es&offset=0')).status).toBe(404)
})
