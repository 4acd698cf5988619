import { expect, test } from 'vitest'
import { bestText } from './place-texts.ts'

test('the reader’s own language comes first, then its sister, then English, then any', () => {
  const texts = { en: 'e', 'zh-Hant': 't', fr: 'f' }
  expect(bestText(texts, ['fr'])?.text).toBe('f')
  expect(bestText(texts, ['zh-Hans'])?.text).toBe('t')
  expect(bestText(texts, ['ja'])?.text).toBe('e')
  expect(bestText({ ja: 'j' }, ['fr'])).toEqual({ language: 'ja', text: 'j', others: [] })
  expect(bestText({}, ['fr'])).toBeNull()
})
