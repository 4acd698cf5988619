import { expect, test } from 'vitest'
import { hanVariant, simplifyCharacters } from './han.ts'
import { baseLanguage, canonicalLanguage, interfaceLanguages, languageMatches, languages, negotiate } from './languages.ts'
import { isHan, scriptOf, scriptShares } from './scripts.ts'

test('the list', () => {
  const codes = languages.map((l) => l.code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThanOrEqual(69)
  expect(codes.slice(0, 9)).toEqual([...interfaceLanguages])
  expect(languages.filter((l) => l.name === '')).toEqual([])
  expect(codes.map(canonicalLanguage)).toEqual(codes)
  expect(languages.find((l) => l.code === 'ar')).toEqual({ code: 'ar', name: 'العربية', direction: 'rtl' })
})

test.each([
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh_Hant', 'zh-Hant'],
  ['en-GB', 'en'],
  ['pt-BR', 'pt'],
  ['nb', 'no'],
  ['tl', 'fil'],
  ['??', 'und'],
  ['', 'und'],
])('%s is kept as %s', (tag, kept) => {
  expect(canonicalLanguage(tag)).toBe(kept)
})

test('who reads what', () => {
  expect(languageMatches('zh-CN', 'zh-Hans')).toBe(true)
  expect(languageMatches('zh-Hans', 'zh-Hant')).toBe(false)
  expect(languageMatches('en-US', 'en-GB')).toBe(true)
  expect(languageMatches('und', 'und')).toBe(false)
  expect(baseLanguage('zh-Hant')).toBe('zh')
})

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
  ['zh-TW,en;q=0.5', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr;q=0.3, ja;q=0.9', 'ja'],
  ['xx, es-MX', 'es'],
  ['en;q=0, ko', 'ko'],
  ['*', undefined],
  ['', undefined],
  [';;;q=9,,,', undefined],
])('%s → %s', (header, chosen) => {
  expect(negotiate(header, interfaceLanguages)).toBe(chosen)
})

test('Chinese in the other script beats no Chinese', () => {
  expect(negotiate('zh-TW', ['zh-Hans', 'ru'])).toBe('zh-Hans')
})

test('scripts', () => {
  expect([...'aя朋のハー한ب1'].map(scriptOf)).toEqual(['Latin', 'Cyrillic', 'Han', 'Hiragana', 'Katakana', 'Katakana', 'Hangul', 'Arabic', 'Common'])
  expect(scriptShares('朋克 ab')).toEqual({ Han: 0.5, Latin: 0.5 })
  expect(scriptShares('12 !')).toEqual({})
  expect(isHan('𠮷')).toBe(true)
})

test('writings of one character', () => {
  expect([...'乐樂駅后朋'].map(hanVariant)).toEqual(['simplified', 'traditional', 'japanese', 'shared', 'shared'])
  expect(simplifyCharacters('後龐克樂隊')).toBe('后庞克乐队')
})
