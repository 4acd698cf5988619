import { expect, test } from 'vitest'
import { foldForFilter, foldTerm, hostOf, hostSuffixes } from './filter.ts'

const finds = (term: string, text: string): boolean => {
  const { spaced, tight } = foldForFilter(text)
  const folded = foldTerm(term)
  return (folded.startsWith(' ') ? spaced : tight).includes(folded)
}

test('a word is found whatever its case, width, accents or hidden signs', () => {
  expect(finds('casino', 'Best CASINO here')).toBe(true)
  expect(finds('casino', 'ｃａｓｉｎｏ!')).toBe(true)
  expect(finds('casino', 'ca\u200Bsi\u00ADno')).toBe(true)
  expect(finds('casino', 'cásinó')).toBe(true)
  expect(finds('free money', 'FREE – money, now')).toBe(true)
})

test('a word inside another word is not that word', () => {
  expect(finds('ass', 'a class act')).toBe(false)
  expect(finds('penis', 'the pen is here')).toBe(false)
})

test('a Chinese word is found in either script and with spaces or dots put into it', () => {
  expect(finds('网络赌博', '來玩網絡賭博吧')).toBe(true)
  expect(finds('网络赌博', '网·络 赌.博')).toBe(true)
  expect(finds('网络赌博', '网络很慢')).toBe(false)
})

test('a term of signs alone folds to nothing', () => expect(foldTerm('!!! …')).toBe(''))

test('a host is found under its suffixes, not inside another name', () => {
  expect(hostOf('https://www.Example.org/path')).toBe('example.org')
  expect(hostOf('例子.测试')).toBe('xn--fsqu00a.xn--0zwm56d')
  expect(hostOf('not a host')).toBeNull()
  expect(hostSuffixes('see https://shop.bad.example/x')).toEqual(['shop.bad.example', 'bad.example'])
  expect(hostSuffixes('see https://notbad.example/x')).not.toContain('bad.example')
})
