import { expect, test } from 'vitest'
import { guessLanguage, hardlyIn } from './language.ts'

test('the guess follows the script, and among languages of one script what the writer writes', () => {
  expect(guessLanguage('今天去了成都的茶馆', ['zh-Hans', 'en'])).toBe('zh-Hans')
  expect(guessLanguage('今天去了成都的茶館', ['zh-Hant'])).toBe('zh-Hant')
  expect(guessLanguage('お茶を飲みました', ['en'])).toBe('ja')
  expect(guessLanguage('A quiet afternoon', ['zh-Hans', 'fr'])).toBe('fr')
  expect(guessLanguage('A quiet afternoon', ['zh-Hans'])).toBe('en')
  expect(guessLanguage('ok', ['en'])).toBeNull()
})

test.each([
  ['en', '今天去了成都的茶馆', true],
  ['zh-Hans', 'A quiet afternoon', true],
  ['ru', '서울의 밤', true],
  ['zh-Hans', '这个 vibe 太 chill 了 lol', false],
  ['en', '这个 vibe 太 chill 了 lol', false],
  ['ja', '東京散歩', false],
  ['fr', 'A quiet afternoon', false],
  ['el', 'A quiet afternoon', false],
  ['en', '42 🍜', false],
])('%s does not look like %s: %s', (named, text, isDoubtful) => expect(hardlyIn(named, text)).toBe(isDoubtful))
