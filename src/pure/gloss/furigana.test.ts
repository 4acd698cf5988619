import fc from 'fast-check'
import { expect, test } from 'vitest'
import { furigana } from './furigana.ts'
import { openJapanese } from './japanese.ts'
import type { ReadingLevel } from './levels.ts'
import { createSegmenter } from './segment.ts'

const segmenter = createSegmenter({ userWords: [] })
const japanese = await openJapanese()
const marksOf = (text: string, level: ReadingLevel) => [...furigana(segmenter.segment(text, { language: 'ja', japanese }), level).values()]
const over = (text: string, level: ReadingLevel) => marksOf(text, level).map(({ start, end, reading }) => [text.slice(start, end), reading])

test('who begins gets kana over every character, none over kana', () => {
  expect(over('昨日の夜、友達と新しい曲を聴いた。', 0)).toEqual([
    ['昨日', 'きのう'],
    ['夜', 'よる'],
    ['友達', 'ともだち'],
    ['新', 'あたら'],
    ['曲', 'きょく'],
    ['聴', 'き'],
  ])
})

test('a word is said as it stands, with its endings', () => {
  expect(over('お茶を飲みました。来なかった人もいた。', 0)).toEqual([
    ['茶', 'ちゃ'],
    ['飲', 'の'],
    ['来', 'こ'],
    ['人', 'ひと'],
  ])
})

test('each level leaves away what schools taught by then, the last what newspapers print', () => {
  const text = '山の音楽と憂鬱な薔薇'
  expect([0, 2, 5, 6].map((level) => over(text, level as ReadingLevel).map(([word]) => word))).toEqual([
    ['山', '音楽', '憂鬱', '薔薇'],
    ['憂鬱', '薔薇'],
    ['憂鬱', '薔薇'],
    ['薔薇'],
  ])
})

test('a word gets its reading once', () => expect(over('薔薇と薔薇', 6)).toEqual([['薔薇', 'ばら']]))

test('marks lie inside the text, apart from each other, over something and with something', () => {
  const words = fc.constantFrom('食べ物', 'お', '取り出す', '音楽', 'を', '、', 'ABC', '3', '人々', '今日', '𠮟る', 'は', 'カメラ', '見て', '\n', '😀')
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.integer({ min: 0, max: 6 }), (parts, level) => {
      const text = parts.join('')
      let at = 0
      for (const { start, end, reading } of marksOf(text, level as ReadingLevel)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end).isWellFormed()).toBe(true)
        expect(reading).toMatch(/^[\p{Script=Hiragana}ー]+$/u)
        at = end
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
  )
})
