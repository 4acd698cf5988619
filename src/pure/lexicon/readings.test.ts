import { expect, test } from 'vitest'
import { kanaKey, romajiKey } from './kana.ts'
import { readingTerms, soundTerms } from './readings.ts'

const finds = (typed: string, text: string): boolean => soundTerms(typed).some((term) => readingTerms(text).includes(term))

test.each([
  ['yaogun', '摇滚乐现场'],
  ['yaogunyue', '摇滚乐'],
  ['pengke', '朋克樂隊'],
  ['linxiaoman', '林小满'],
  ['nuxing', '女性主义'],
  ['nvxing', '女性主义'],
  ['ramen', '深夜のラーメン'],
  ['raamen', 'ラーメン'],
  ['syodo', 'しょどう'],
  ['shodou', 'しょどう'],
  ['konsato', 'コンサート'],
  ['chikku', 'チック'],
  ['fasshon', 'ファッション'],
])('%s finds %s', (typed, text) => {
  expect(finds(typed, text)).toBe(true)
})

test.each([
  ['guitar', '吉他'],
  ['yaogun', '要滚了吗'],
  ['pengke', '朋友客人'],
  ['ramen', '拉面'],
])('%s does not find %s', (typed, text) => {
  expect(finds(typed, text)).toBe(false)
})

test('words that are neither pinyin nor romaji have no sound to look for', () => {
  expect(['guitar', 'basement', 'punk', 'night', '摇滚', '', 'a'].flatMap(soundTerms)).toEqual([])
})

test('one key for all ways to write a sound', () => {
  expect(new Set(['shinjuku', 'sinzyuku', 'sinjuku'].map(romajiKey)).size).toBe(1)
  expect(romajiKey('shinbashi')).toBe(romajiKey('shimbashi'))
  expect(kanaKey('しんじゅく')).toBe(romajiKey('shinjuku'))
  expect(kanaKey('猫カフェ')).toBe('')
})

test.each(['a', 'n', 'ang', 'ラ', '乐', 'aoaoe'])('100 KB of %j end', (unit) => {
  const long = unit.repeat(100_000 / unit.length)
  expect(soundTerms(long)).toEqual([])
  expect(readingTerms(long).length).toBeLessThanOrEqual(2)
  expect(romajiKey(long).length).toBeLessThanOrEqual(long.length)
})
