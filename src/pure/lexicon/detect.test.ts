import { expect, test } from 'vitest'
import { detectLanguage } from './detect.ts'

test.each([
  ['这个 vibe 太 chill 了', 'zh-Hans', ['en']],
  ['so 可爱 omg', 'en', ['zh-Hans']],
  ['omg so cute', 'en', []],
  ['Where is the concert tonight?', 'en', []],
  ['乐队太燥了', 'zh-Hans', []],
  ['樂隊太燥了', 'zh-Hant', []],
  ['今天天氣很好', 'zh-Hant', []],
  ['奶茶の店在哪里', 'zh-Hans', []],
  ['今日はいい天気ですね', 'ja', []],
  ['渋谷駅', 'ja', []],
  ['我今天听了 スーパーカー 的专辑', 'zh-Hans', ['ja']],
  ['오늘 너무 귀여워', 'ko', []],
  ['hola que tal', 'es', []],
  ['Estoy buscando una banda de punk en Madrid', 'es', []],
  ['bonjour', 'fr', []],
  ['это чай', 'ru', []],
  ['Привіт, як справи?', 'uk', []],
  ['مرحبا بكم', 'ar', []],
  ['سلام، چطوری؟', 'fa', []],
  ['Hallo, wie geht es dir?', 'de', []],
  ['Terima kasih banyak ya', 'id', []],
  ['ρεμπέτικο', 'el', []],
  ['สวัสดีครับ', 'th', []],
  ['T恤', 'zh-Hans', []],
  ['This shoegaze band from Chengdu is amazing 盯鞋', 'en', ['zh-Hans']],
  ['今日の OOTD です', 'ja', []],
])('%s is %s', (text, language, also) => {
  expect(detectLanguage(text)).toMatchObject({ language, also })
})

test.each(['', '   ', '12:30', '😀😀', '@mei https://example.org/the-best-of', '`the code`', 'café'])('%j says nothing', (text) => {
  expect(detectLanguage(text)).toEqual({ language: 'und', confidence: 0, also: [] })
})

test('the grammar of a mixed sentence says which language it is in', () => {
  expect(detectLanguage('这个 vibe 太 chill 了 lol')).toMatchObject({ language: 'zh-Hans', also: ['en'] })
  expect(detectLanguage('I really love 火锅 and 麻辣烫 on a cold night')).toMatchObject({ language: 'en', also: ['zh-Hans'] })
})

test('what a member writes decides what a short text leaves open', () => {
  expect(detectLanguage('朋克', { declared: ['zh-TW'] }).language).toBe('zh-Hant')
  expect(detectLanguage('朋克', { declared: ['ja'] }).language).toBe('ja')
  expect(detectLanguage('café', { declared: ['fr'] }).language).toBe('fr')
  expect(detectLanguage('乐队太燥了', { declared: ['ja', 'en'] }).language).toBe('zh-Hans')
  expect(detectLanguage('Where is the concert tonight?', { declared: ['es'] }).language).toBe('en')
})

test.each(['a', ' ', '<', '乐', 'の', '#', 'a '])('100 KB of %j end', (unit) => {
  expect(detectLanguage(unit.repeat(100_000 / unit.length)).confidence).toBeLessThanOrEqual(1)
})
