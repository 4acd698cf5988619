import { expect, test } from 'vitest'
import type { LayeredText } from './api-types.ts'
import { remember, showOf } from './choices.ts'

const text = (from: string, to: string): LayeredText =>
  ({ original: { id: 'o', language: from }, shown: { id: from === to ? 'o' : 'l', language: to }, show: 'translation' }) as unknown as LayeredText

test('the choice is remembered per pair of languages', () => {
  const cookie = remember(text('zh-Hans', 'en'), 'both', undefined)
  expect(showOf(text('zh-Hans', 'en'), null, cookie)).toBe('both')
  expect(showOf(text('ja', 'en'), null, cookie)).toBe('translation')
  expect(showOf(text('zh-Hans', 'en'), 'original', cookie)).toBe('original')
  expect(showOf(text('zh-Hans', 'en'), null, remember(text('zh-Hans', 'en'), 'original', cookie))).toBe('original')
})

test('a text without a layer shows itself, and nonsense in the cookie is nothing', () => {
  expect(showOf(text('en', 'en'), 'both', undefined)).toBe('original')
  expect(showOf(text('ja', 'en'), '<script>', 'ja>en:evil|:::')).toBe('translation')
})
