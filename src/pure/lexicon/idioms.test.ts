import { expect, test } from 'vitest'
import { findIdioms, idioms } from './idioms.ts'

test('sixty and more, in both directions, each with a meaning in both languages and only once', () => {
  expect(idioms.length).toBeGreaterThanOrEqual(60)
  expect(new Set(idioms.map(({ language }) => language))).toEqual(new Set(['en', 'zh']))
  expect(new Set(idioms.map(({ phrase }) => phrase)).size).toBe(idioms.length)
  for (const { phrase, language, en, zh } of idioms) {
    expect([phrase, en, zh].every((text) => text.trim() === text && text !== '')).toBe(true)
    expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en), /\p{Script=Han}/u.test(phrase)]).toEqual([true, false, language === 'zh'])
  }
})

test('every idiom is found in a sentence, whatever its case, and not within other words', () => {
  for (const { phrase, language } of idioms) {
    const sentence = language === 'en' ? `Well, ${phrase.toUpperCase()}!` : `其实${phrase}了吧`
    expect(findIdioms(sentence, language === 'en' ? 'en' : 'zh-Hans').map((idiom) => idiom.phrase)).toContain(phrase)
  }
  expect(findIdioms('He slayed it; the bell rings', 'en')).toEqual([])
  expect(findIdioms('It’s giving sunday', 'en-GB').map(({ phrase }) => phrase)).toEqual(["it's giving"])
  expect(findIdioms('piece of cake', 'ja')).toEqual([])
})
