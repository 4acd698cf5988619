import { beforeAll, expect, test } from 'vitest'
import { type Entry, type GlossRequest, glossToken, type Lookup } from './gloss.ts'
import { type Analyser, openJapanese } from './japanese.ts'
import { createSegmenter, type Segmenter } from './segment.ts'

let analyser: Analyser
let segmenter: Segmenter
beforeAll(async () => {
  analyser = await openJapanese()
  const plain = createSegmenter({ userWords: [] })
  segmenter = { segment: (text, options) => plain.segment(text, { ...options, japanese: analyser }) }
}, 60_000)

const cut = (text: string) => segmenter.segment(text, { language: 'ja' })
const words = (text: string) =>
  cut(text).flatMap(({ kind, text: word, form }) => (kind === 'word' ? [`${word} ${form?.base ?? '?'} ${form?.reading ?? '-'}`] : []))

test('words come with their endings, their dictionary forms and how these are said', () => {
  expect(words('今日は美味しいラーメンを食べました。')).toEqual([
    '今日 今日 きょう kyō',
    'は は -',
    '美味しい 美味しい おいしい oishii',
    'ラーメン ラーメン -',
    'を を -',
    '食べました 食べる たべる taberu',
  ])
  expect(words('誰も来なかったと思う')).toContain('来なかった 来る くる kuru')
  expect(words('誰も来なかったと思う')).toContain('思う 思う おもう omou')
  expect(words('駅で待っている')).toContain('待っている 待つ まつ matsu')
  expect(words('学校です')).toEqual(['学校 学校 がっこう gakkō', 'です です -'])
})

test('the sentence decides between readings', () => {
  expect(words('東京に行った')).toContain('行った 行く いく iku')
  expect(words('実験を行った')).toContain('行った 行う おこなう okonau')
})

test('behind figures nothing is said of how a counter is read', () => {
  expect(words('12月3日')).toEqual(['月 月 -', '日 日 -'])
})

test('the pieces cover any text, and no text is a bug', () => {
  for (const text of ['', '\0', '好\0好', '𠮷野家に行く😀', ' 東京\n\n大阪\t', 'ｺｰﾋｰ @lin さん', '\ud800', '食べ', 'e\u0301\u0301が', '々']) {
    const tokens = cut(text)
    expect(tokens.map((token) => token.text).join(''), JSON.stringify(text)).toBe(text.toWellFormed())
    for (const token of tokens) expect(text.toWellFormed().slice(token.start, token.end)).toBe(token.text)
  }
})

const source = { name: 'EDICT', licence: null, url: null }
const entry = (headword: string, reading: string, sense: string): Entry => ({ headword, reading, senses: [sense], source, language: 'ja' })
const TABLE = new Map<string, Entry[]>([
  ['食べる', [entry('食べる', 'たべる', 'to eat')]],
  ['方', [entry('方', 'かた', 'person'), entry('方', 'ほう', 'direction')]],
  ['京都', [entry('京都', 'きょうと', 'Kyoto')]],
  ['林', [entry('林', 'はやし', 'woods'), { headword: '林', reading: 'lin2', senses: ['forest'], source, language: 'zh-Hans' }]],
  ['林檎', [entry('林檎', 'りんご', 'apple')]],
])
const lookup: Lookup = async (asked) => new Map(asked.flatMap((word) => (TABLE.has(word) ? [[word, TABLE.get(word) ?? []] as const] : [])))
const tap = (text: string, at: string, more: Partial<GlossRequest> = {}) =>
  glossToken({ text, offset: text.indexOf(at), language: 'ja', lookup, segmenter, ...more })

test('a tap on an inflected word explains its dictionary form', async () => {
  expect(await tap('寿司を食べました', 'べ')).toMatchObject({
    text: '食べました',
    headword: '食べる',
    reading: 'たべる taberu',
    senses: [{ senses: ['to eat'], reading: 'たべる taberu' }],
  })
})

test('of several readings the one heard comes first, and only what is a word is explained', async () => {
  const gloss = await tap('西の方へ行く', '方')
  expect(gloss.senses.map(({ reading, senses }) => [reading, senses[0]])).toEqual([
    ['ほう hō', 'direction'],
    ['かた', 'person'],
  ])
  expect((await tap('東京都に住む', '都')).senses).toEqual([])
  expect(await tap('林檎を買う', '林')).toMatchObject({ headword: '林檎', senses: [{ senses: ['apple'] }] })
})

test('without any dictionary there is the reading', async () => {
  const none: Lookup = async () => new Map()
  expect(await tap('東京に住む', '東', { lookup: none })).toMatchObject({ headword: '東京', reading: 'とうきょう Tōkyō', senses: [], parts: [] })
})

test('a name that is recognised is said and not explained; a handle is no word', async () => {
  expect(await tap('林さんに会った', '林')).toMatchObject({ text: '林', reading: 'はやし Hayashi', senses: [], parts: [] })
  expect(await tap('@tanakaさんに会った', 'tanaka', { lookup: async (asked) => new Map(asked.map((word) => [word, [entry(word, '', 'x')]])) })).toMatchObject({
    reading: null,
    senses: [],
    parts: [],
  })
  expect(cut('やあ @tanakaさん').find(({ kind }) => kind === 'name')?.text).toBe('@tanaka')
})
