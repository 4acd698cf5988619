import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { cedictText } from '#pure/gloss/cedict-source.ts'
import { dropLayers } from './drop-layers.ts'
import { loadDictionary } from './gloss/load-dictionary.ts'
import { exportWords } from './my-words/export-words.ts'
import { sentenceAt } from './my-words/save-word.ts'
import { forgetMember } from './queries/people.ts'
import { deleteRemoved } from './queries/saved-words.ts'
import { type HouseOfThings, houseOfThings } from './things.harness.ts'

const WORDS = new Set('乐队 银行 火锅 排队 加油 演出 朋友'.split(' '))
const DAY = 86_400_000

let house: HouseOfThings
let lin: ActorId
let dana: ActorId
beforeAll(async () => {
  house = await houseOfThings()
  lin = await house.a.member({ handle: 'lin', languages: ['zh-Hans'] })
  dana = await house.a.member({ handle: 'dana', languages: ['en'] })
  const lines = (await cedictText()).split('\n').filter((line) => WORDS.has(line.split(' ')[1] ?? ''))
  await loadDictionary(house.ground, { cedict: lines.join('\n'), cedictVersion: 'a few words', slang: '' })
}, 30_000)
afterAll(() => house.close())

const body = '今天很冷。我和朋友在银行排队，然后去看演出！'
const save = async (who: string, text: string, word: string, more: object = {}) => {
  house.clock.move(1000)
  return house.as(who).post('/words', { text, language: 'zh-Hans', offset: text.indexOf(word), ...more })
}
const words = async (who: string, query = '') => (await house.as(who).get(`/words${query}`)).json
const clear = async (who: string) => {
  for (const { id } of (await words(who)).items) await house.as(who).delete(`/words/${id}`)
}

describe('keeping a word', () => {
  test('keeps what the gloss showed, the sentence it stood in and the text it was met in', async () => {
    const id = await house.thing(lin, '演出', { body })
    const { status, json } = await house.as('dana').post('/words', { subjectKind: 'thing', subjectId: id, offset: body.indexOf('银行') })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      headword: '银行',
      language: 'zh-Hans',
      reading: 'yínháng',
      senses: expect.arrayContaining(['bank']),
      sentence: '我和朋友在银行排队，然后去看演出！',
      subject: { kind: 'thing', id },
      address: `/things/${id}`,
    })
    expect((await words('dana')).items).toEqual([json])
    expect((await words('lin')).items).toEqual([])
  })

  test('of a text that the page brings along, with the subject it belongs to', async () => {
    const id = await house.thing(lin, '演出', { body })
    expect((await save('dana', body, '演出', { subjectKind: 'thing', subjectId: id })).json).toMatchObject({ headword: '演出', address: `/things/${id}` })
    expect((await save('dana', '加油', '加油')).json).toMatchObject({ headword: '加油', subject: null, address: null, sentence: '加油' })
  })

  test('once a word: met again, it is the same word with the newest sentence', async () => {
    const first = (await save('dana', '乐队来了。', '乐队')).json
    const again = (await save('dana', '这个乐队很好。', '乐队')).json
    expect(again).toMatchObject({ id: first.id, sentence: '这个乐队很好。' })
    expect((await words('dana')).items.filter(({ headword }: { headword: string }) => headword === '乐队')).toHaveLength(1)
  })

  test('a tap says whether it is kept, to its keeper alone', async () => {
    const { id } = (await save('dana', '排队', '排队')).json
    const tap = async (who: string | null) => (await house.as(who).get('/gloss?text=%E6%8E%92%E9%98%9F&language=zh-Hans&offset=0')).json.savedId
    expect([await tap('dana'), await tap('lin'), await tap(null)]).toEqual([id, null, null])
    await house.as('dana').delete(`/words/${id}`)
    expect(await tap('dana')).toBeNull()
  })

  test('needs a member, a word and a text one may read', async () => {
    const secret = await house.thing(lin, '秘密', { body, isPublic: false })
    const at = { subjectKind: 'thing', subjectId: secret }
    expect((await house.as(null).post('/words', { text: body, language: 'zh-Hans', offset: 0 })).status).toBe(401)
    expect((await house.as('dana').post('/words', { ...at, offset: 0 })).status).toBe(404)
    expect((await save('dana', '乐队', '乐队', at)).status).toBe(404)
    expect((await save('dana', '，', '，')).status).toBe(404)
    expect((await house.as('dana').post('/words', { offset: 0 })).status).toBe(400)
  })
})

test('the list goes on by cursor, newest first, and repeats nothing', async () => {
  await clear('lin')
  for (const word of ['乐队', '银行', '火锅']) await save('lin', word, word)
  const first = await words('lin', '?limit=2')
  const second = await words('lin', `?limit=2&cursor=${first.next}`)
  expect([...first.items, ...second.items].map(({ headword }: { headword: string }) => headword)).toEqual(['火锅', '银行', '乐队'])
  expect(second.next).toBeNull()
  expect((await house.as('lin').get('/words?cursor=bm8')).status).toBe(400)
})

test('a word taken out can be put back as it was, for a day, by its keeper', async () => {
  await clear('lin')
  const word = (await save('lin', '我们吃火锅。', '火锅')).json
  expect((await house.as('dana').delete(`/words/${word.id}`)).status).toBe(404)
  expect((await house.as('lin').delete(`/words/${word.id}`)).status).toBe(204)
  expect((await house.as('lin').delete(`/words/${word.id}`)).status).toBe(404)
  expect((await words('lin')).items).toEqual([])
  expect((await house.as('dana').put(`/words/${word.id}`)).status).toBe(404)
  expect((await house.as('lin').put(`/words/${word.id}`)).status).toBe(204)
  expect((await words('lin')).items).toEqual([word])
  await house.as('lin').delete(`/words/${word.id}`)
  house.clock.move(DAY + 1000)
  await deleteRemoved(house.ground.db.q, new Date(house.clock.now().getTime() - DAY))
  expect((await house.as('lin').put(`/words/${word.id}`)).status).toBe(404)
})

describe('what was quoted', () => {
  test('is hidden from who may not read the text any more, and the word stays', async () => {
    await clear('dana')
    const id = await house.thing(lin, '演出', { body, isPublic: false, readers: [dana] })
    await house.as('dana').post('/words', { subjectKind: 'thing', subjectId: id, offset: body.indexOf('朋友') })
    expect((await words('dana')).items[0].sentence).toContain('朋友')
    house.things.set(id, { owner: lin, isPublic: false, readers: [] })
    expect((await words('dana')).items).toMatchObject([{ headword: '朋友', sentence: '', subject: null, address: null }])
    expect((await house.as('dana').get('/words/export')).json).not.toContain('排队')
  })

  test('goes with the text', async () => {
    await clear('dana')
    const id = await house.thing(lin, '演出', { body })
    await house.as('dana').post('/words', { subjectKind: 'thing', subjectId: id, offset: body.indexOf('朋友') })
    await house.ground.db.transaction((tx) => dropLayers(tx, subject('thing', id)))
    const row = await house.ground.db.q.selectFrom('saved_words').selectAll().where('member_id', '=', dana).where('removed_at', 'is', null).executeTakeFirst()
    expect(row).toMatchObject({ headword: '朋友', sentence: '', subject_id: null, address: null })
  })

  test('is the sentence around the word, of a very long one a part with the word in it', () => {
    expect(sentenceAt('One. Two bands! Three.', 'en', 9)).toBe('Two bands!')
    const long = `${'很'.repeat(400)}乐队${'好'.repeat(400)}。`
    for (const offset of [0, 400]) {
      const sentence = sentenceAt(long, 'zh-Hans', offset)
      expect([...sentence].length).toBeLessThanOrEqual(300)
      expect(sentence).toContain(long.slice(offset, offset + 2))
    }
    expect(sentenceAt('', 'en', 0)).toBe('')
  })
})

test('the file for Anki names its columns, and holds every word in one line', async () => {
  await clear('dana')
  await save('dana', '第一行\n“乐队”来了"', '乐队')
  await save('dana', '我们去银行', '银行')
  const { status, json, headers } = await house.as('dana').get('/words/export')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/tab-separated-values; charset=utf-8')
  expect(headers.get('content-disposition')).toContain('my-words.tsv')
  const lines = json.split('\n')
  expect(lines.slice(0, 3)).toEqual(['#separator:tab', '#html:false', '#columns:Word\tReading\tMeanings\tSentence\tLanguage\tLink'])
  expect(lines[3]?.split('\t')).toMatchObject(['银行', 'yínháng', expect.stringContaining('bank'), '我们去银行', 'zh-Hans', ''])
  expect(lines[4]?.split('\t')[0]).toBe('乐队')
  expect(lines[4]).toContain('"“乐队”来了"""')
  expect(lines).toHaveLength(6)
})

test('the archive has a member’s words, and a member who leaves takes them along', async () => {
  const gone = await house.a.member({ handle: 'leaver' })
  await save('leaver', '加油', '加油')
  const kept = []
  for await (const word of exportWords(house.ground.db.q, gone)) kept.push(word)
  expect(kept).toMatchObject([{ headword: '加油', language: 'zh-Hans' }])
  await house.ground.db.transaction((tx) => forgetMember(tx, gone))
  expect(await house.ground.db.q.selectFrom('saved_words').selectAll().where('member_id', '=', gone).execute()).toEqual([])
})
