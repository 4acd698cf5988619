import { expect, test } from 'vitest'
import { labelLanguage } from './label-language.ts'

test.each([
  ['朋克', 'en', 'zh-Hans'],
  ['龐克', 'zh-Hant', 'zh-Hant'],
  ['火鍋', 'ja', 'ja'],
  ['パンク', 'en', 'ja'],
  ['펑크', 'zh-Hans', 'ko'],
  ['панк', 'fr', 'ru'],
  ['панк', 'uk', 'uk'],
  ['بانك', 'en', 'ar'],
  ['punk', 'zh-Hans', 'en'],
  ['punk', 'fr', 'fr'],
  ['2024', 'ja', 'ja'],
])('%s in a note in %s is %s', (label, note, language) => {
  expect(labelLanguage(label, note)).toBe(language)
})
