import { expect, test } from 'vitest'
import { guessLanguage } from './language.ts'

test('the guess follows the script, and among languages of one script what the writer writes', () => {
  expect(guessLanguage('今天去了成都的茶馆', ['zh-Hans', 'en'])).toBe('zh-Hans')
  expect(guessLanguage('今天去了成都的茶館', ['zh-Hant'])).toBe('zh-Hant')
  expect(guessLanguage('お茶を飲みました', ['en'])).toBe('ja')
  expect(guessLanguage('A quiet afternoon', ['zh-Hans', 'fr'])).toBe('fr')
  expect(guessLanguage('A quiet afternoon', ['zh-Hans'])).toBe('en')
  expect(guessLanguage('ok', ['en'])).toBeNull()
})
