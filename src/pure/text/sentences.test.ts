import { expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

const split = (text: string, language: string) => splitSentences(text, language).map((s) => s.text)

test('sentences of several scripts', () => {
  expect(split('姐妹们！这家店真的绝绝子。人均50块？', 'zh-Hans')).toEqual(['姐妹们！', '这家店真的绝绝子。', '人均50块？'])
  expect(split('It cost 2.50 today. Nice!\nBye', 'en')).toEqual(['It cost 2.50 today.', 'Nice!', 'Bye'])
  expect(split('これは何ですか。猫です。', 'ja')).toEqual(['これは何ですか。', '猫です。'])
})

test('an unknown language is no error', () => {
  expect(split('a. B.', '??')).toHaveLength(2)
  expect(split('  \n ', 'en')).toEqual([])
})

test('offsets', () => {
  expect(splitSentences('  好。 行。', 'zh')).toEqual([
    { text: '好。', start: 2, end: 4 },
    { text: '行。', start: 5, end: 7 },
  ])
})
