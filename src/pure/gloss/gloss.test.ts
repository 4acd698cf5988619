import { expect, test } from 'vitest'
import { toneMarks, wordPinyin } from './cedict.ts'
import { wholeDictionary } from './dictionary.fixture.ts'
import { glossToken } from './gloss.ts'
import sentences from './gloss-sentences.fixture.json' with { type: 'json' }
import { lemmas } from './lemmas.ts'
import { readingFor } from './read.ts'
import { createSegmenter } from './segment.ts'

const { entries, slang, reverse, lookup, segmenter, readings, known } = await wholeDictionary()

function tap(text: string, word: string, language = 'zh-Hans') {
  return glossToken({ text, offset: text.indexOf(word), language, lookup, segmenter })
}

test('the dictionary is read whole, surnames last', () => {
  expect(entries.length).toBeGreaterThan(120_000)
  expect(entries.filter((e) => e.simplified === '乐队')).toEqual([
    { simplified: '乐队', traditional: '樂隊', pinyin: 'yue4 dui4', senses: ['band', 'pop group', 'CL:支[zhi1]'] },
  ])
  expect(entries.filter((e) => e.simplified === '还').map((e) => e.pinyin)).toEqual(['hai2', 'huan2', 'Huan2'])
})

test.each(sentences)('$text is cut and read as written down', ({ text, tokens }) => {
  const words = segmenter.segment(text, { known }).filter((t) => t.kind !== 'punct')
  const read = words.map((t) => (t.kind === 'word' ? [t.text, wordPinyin(readingFor(t.text, text, t.start, readings(t.text)))] : [t.text]))
  expect(read).toEqual(tokens)
})

test('every character of the sentences has a gloss', async () => {
  const bare: string[] = []
  for (const { text } of sentences) {
    for (const { index, 0: ch } of text.matchAll(/\p{Script=Han}/gu)) {
      const gloss = await glossToken({ text, offset: index, language: 'zh-Hans', lookup, segmenter })
      const senses = gloss.parts.length > 0 ? gloss.parts.every((p) => p.senses.length > 0) : gloss.senses.length > 0
      if (!senses || !gloss.text.includes(ch)) bare.push(`${ch} in ${text}`)
    }
  }
  expect(bare).toEqual([])
})

test('乐队 is yuèduì, a band', async () => {
  const gloss = await tap('北京五道口的朋克现场，乐队太燥了', '乐队')
  expect(gloss).toMatchObject({ text: '乐队', headword: '乐队', reading: 'yuèduì', variant: '樂隊', parts: [] })
  expect(gloss.senses[0]?.senses[0]).toBe('band')
  expect(gloss.sources).toEqual([{ name: 'CC-CEDICT', licence: 'CC BY-SA 4.0', url: 'https://cc-cedict.org/' }])
  expect(gloss.shorter.map((c) => c.text)).toContain('乐')
})

test('traditional text', async () => {
  expect(await tap('這個樂隊太棒了', '樂隊')).toMatchObject({ text: '樂隊', reading: 'yuèduì', headword: '乐队', variant: '樂隊' })
})

test.each([
  ['我还没还他的书', 3, 'huán'],
  ['我还没还他的书', 1, 'hái'],
  ['你来看看吧', 2, 'kànkan'],
  ['他为人很好', 1, 'wéirén'],
  ['曾国藩是湖南人', 0, 'ZēngGuófān'],
  ['他长得很高', 1, 'zhǎngde'],
  ['头发很长', 3, 'cháng'],
  ['我得走了', 1, 'děi'],
  ['忘记带东西了', 3, 'dōngxi'],
  ['银行行长', 2, 'hángzhǎng'],
  ['今天教大家做菜', 2, 'jiāo'],
])('in %s the word at %i is %s', async (text, offset, reading) => {
  const gloss = await glossToken({ text, offset, language: 'zh-Hans', lookup, segmenter })
  expect(gloss.reading?.toLowerCase()).toBe(reading.toLowerCase())
  expect(gloss.readings[0]).toBe(gloss.reading)
})

test('words of two scripts stay whole', () => {
  expect(segmenter.segment('我是i人，她喝早C晚A').map((t) => t.text)).toEqual(['我', '是', 'i人', '，', '她', '喝', '早C晚A'])
  expect(segmenter.segment('hi人').map((t) => t.text)).toEqual(['hi', '人'])
})

test('longer and shorter words around the place', async () => {
  const gloss = await tap('这首后朋克太上头了', '后朋克')
  expect(gloss.text).toBe('后朋克')
  expect(gloss.shorter.map((c) => c.text)).toContain('后')
  const short = await glossToken({ text: '煎饼果子', offset: 2, language: 'zh', lookup, segmenter })
  expect(short.text).toBe('果子')
})

test('a token that is no headword comes in parts', async () => {
  const own = createSegmenter({ userWords: ['独库公路'] })
  const gloss = await glossToken({ text: '独库公路', offset: 1, language: 'zh', segmenter: { segment: (t) => own.segment(t) }, lookup })
  expect(gloss.senses).toEqual([])
  expect(gloss.parts.map((p) => `${p.text} ${p.reading}`)).toEqual(['独 dú', '库 kù', '公路 gōnglù'])
})

test('slang, also in Latin letters', async () => {
  expect((await tap('今天 citywalk 一下', 'citywalk')).senses[0]?.senses[0]).toMatch(/walk/)
  expect((await tap('这店yyds！', 'yyds')).senses[0]?.senses[0]).toMatch(/greatest/)
  expect(await tap('No cap, great', 'cap', 'en')).toMatchObject({ text: 'No cap', headword: 'no cap' })
})

test('English to Chinese is a reverse lookup', async () => {
  const gloss = await tap('I love these bands', 'bands', 'en')
  expect(gloss).toMatchObject({ text: 'bands', headword: 'band' })
  expect(gloss.senses[0]?.senses[0]).toMatch(/^乐队 yuèduì/)
  expect(gloss.senses[0]?.source.name).toMatch(/reverse/)
  expect(reverse.get('cute')?.[0]?.zh).toBe('可爱')
  expect(reverse.get('noodle')?.map((r) => r.zh)).toContain('面条')
  expect(
    reverse
      .get('happy')
      ?.slice(0, 4)
      .map((r) => r.zh),
  ).toContain('快乐')
  expect([...reverse.values()].flat().filter((r) => /variant of/.test(r.sense))).toEqual([])
})

test('a place without a word has no meaning', async () => {
  expect(await tap('好！ 好', '！')).toMatchObject({ text: '！', senses: [], reading: null })
  expect(await glossToken({ text: '', offset: 0, language: 'zh', lookup, segmenter })).toMatchObject({ text: '', senses: [] })
})

test('the words of the project', () => {
  expect(slang.filter((s) => s.language === 'zh-Hans').length).toBeGreaterThanOrEqual(240)
  expect(slang.filter((s) => s.language === 'en').length).toBeGreaterThanOrEqual(130)
  expect(new Set(slang.map((s) => `${s.language} ${s.word}`)).size).toBe(slang.length)
})

test.each([
  ['ni3 hao3', 'nǐ hǎo'],
  ['lu:4', 'lǜ'],
  ['Lu:3 bu4', 'Lǚ bù'],
  ['dian3 r5', 'diǎnr'],
  ['ma5', 'ma'],
  ['gui4 hou2 liu2', 'guì hóu liú'],
  ['11 Qu1', '11 Qū'],
  ['shuang1', 'shuāng'],
  ['E2', 'É'],
  ['san1 C', 'sān C'],
])('%s is written %s', (numbered, marked) => {
  expect(toneMarks(numbered)).toBe(marked)
})

test('words in one', () => {
  expect(wordPinyin('xi1 an1')).toBe("xī'ān")
  expect(wordPinyin('yue4 dui4')).toBe('yuèduì')
})

test.each([
  ['bands', 'band'],
  ['cities', 'city'],
  ['dishes', 'dish'],
  ['stopped', 'stop'],
  ['dancing', 'dance'],
  ['bigger', 'big'],
  ['happier', 'happy'],
  ['fried', 'fry'],
  ['went', 'go'],
  ["band's", 'band'],
  ['bus', 'bus'],
  ['guitars', 'guitar'],
])('%s comes from %s', (word, lemma) => {
  expect(lemmas(word)).toContain(lemma)
})

test('other languages and kinds', () => {
  const kinds = segmenter.segment('Hola, 3 amigos 🎸', { language: 'es' }).map((t) => `${t.kind}:${t.text}`)
  expect(kinds).toEqual(['word:Hola', 'punct:,', 'space: ', 'number:3', 'space: ', 'word:amigos', 'space: ', 'other:🎸'])
})
