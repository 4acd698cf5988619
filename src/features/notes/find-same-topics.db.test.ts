import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDictionary } from '#features/language/gloss/load-dictionary.ts'
import { openHouse, type TestHouse } from '#tests/house.ts'
import { tagsInPlace, weighTopicsTogether } from './find-same-topics.ts'

let house: TestHouse
const cedict = ['臭豆腐 臭豆腐 [chou4 dou4 fu5] /stinky tofu/strong-smelling preserved beancurd/', '爵士 爵士 [jue2 shi4] /knight/Sir/(loanword) jazz/'].join(
  '\n',
)
beforeAll(async () => {
  house = await openHouse()
  await fillDictionary(house.ground, { cedict, cedictVersion: 'test', slang: 'word\tlanguage\treading\ten\tzh-Hans\n' })
  for (const handle of ['lin', 'mei', 'tom', 'ana']) await house.a.member({ handle, languages: ['en', 'zh-Hans'] })
})
afterAll(() => house.close())

const open = async () =>
  (await house.as('lin').get('/topic-proposals?limit=80')).json.items.map((one: { topics: { label: string }[]; evidence: object[] }) => ({
    topics: one.topics.map(({ label }) => label).sort(),
    evidence: one.evidence,
  }))
const tagged = async (who: string, topics: string[], language = 'en') => {
  const id = await house.a.note(who, { title: 'Tagged', topics, language })
  await house.settle()
  return id
}

test('two new tags that the dictionary says are one are put before readers, whichever came first; a homograph is not', async () => {
  await tagged('lin', ['臭豆腐小吃'], 'zh-Hans')
  await tagged('lin', ['臭豆腐'], 'zh-Hans')
  await tagged('tom', ['stinkytofu'])
  await tagged('tom', ['sir'])
  expect(await open()).toEqual([{ topics: ['stinkytofu', '臭豆腐'], evidence: [{ code: 'dictionary', word: '臭豆腐', means: 'stinkytofu' }] }])
})

test('a tag that differs from a concept’s in number or a general word is put before readers of it', async () => {
  await tagged('tom', ['soundscapers'])
  await tagged('tom', ['shoegaze musics'])
  await tagged('ana', ['soundscaper'])
  expect((await open()).map(({ topics }: { topics: string[] }) => topics)).toContainEqual(['soundscaper', 'soundscapers'])
})

test('who puts a note into another language speaks for its tags; two who do are enough', async () => {
  const id = await house.a.note('lin', { title: '今晚', body: '来 #天台夜谈 吧', language: 'zh-Hans' })
  await house.settle()
  const body = 'Come to #rooftoptalks'
  for (const who of ['tom', 'ana'])
    await house.as(who).post('/layers', { subjectKind: 'note', subjectId: id, language: who === 'tom' ? 'en' : 'fr', title: 'Tonight', body })
  await house.settle()
  expect(await open()).toContainEqual({ topics: ['rooftoptalks', '天台夜谈'].sort(), evidence: [{ code: 'layers', count: 2 }] })
})

test('tags that go together nearly always are put before readers at night; those that go together now and then are not', async () => {
  for (const who of ['lin', 'mei', 'tom']) {
    await tagged(who, ['夜跑打卡', 'nightrunclub'])
    await tagged(who, ['夜跑打卡', 'nightrunclub', 'gravelpath'])
    await tagged(who, ['gravelpath'])
    await tagged(who, ['gravelpath'])
  }
  await weighTopicsTogether(house.ground)
  const found = await open()
  expect(found).toContainEqual({ topics: ['nightrunclub', '夜跑打卡'].sort(), evidence: [{ code: 'notes', count: 6, people: 3 }] })
  expect(found.some(({ topics }: { topics: string[] }) => topics.includes('gravelpath'))).toBe(false)
  // Weighed again, it is asked once.
  await weighTopicsTogether(house.ground)
  expect(await open()).toHaveLength(found.length)
})

test('Chinese characters that are a Japanese word are not taken for it in a Chinese note', async () => {
  const id = await tagged('lin', ['勉强'], 'zh-Hans')
  const [chip] = (await house.as(null).get(`/notes/${id}`)).json.topics
  expect(chip.id).not.toBe('study')
  const [studied] = (await house.as(null).get(`/notes/${await tagged('lin', ['勉強'], 'ja')}`)).json.topics
  expect(studied.id).toBe('study')
})

test.each([
  [
    '来 #朋克 看 #猫',
    'Come to #punk and see #cats',
    [
      ['朋克', 'punk'],
      ['猫', 'cats'],
    ],
  ],
  ['来 #朋克', 'Come to #punk or #ska', []],
  ['来 #punk', 'Come to #PUNK', []],
])('tags in place: %s, %s', (original, layer, pairs) => {
  expect(tagsInPlace(original, layer)).toEqual(pairs)
})
