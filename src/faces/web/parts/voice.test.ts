import { expect, test } from 'vitest'
import { voiceOf } from './voice.ts'

const voice = (lang: string, more: object = {}) => ({ lang, localService: false, default: false, ...more })
const lang = (voices: ReturnType<typeof voice>[], wanted: string) => voiceOf(voices, wanted)?.lang

test('a language without a voice has none', () => {
  expect(lang([voice('en-US'), voice('de-DE')], 'zh-Hans')).toBeUndefined()
  expect(lang([], 'en')).toBeUndefined()
})

test('each writing of Chinese is read by a voice of its place, else by any', () => {
  const voices = [voice('zh-HK'), voice('zh_TW'), voice('zh-CN')]
  expect([lang(voices, 'zh-Hans'), lang(voices, 'zh-Hant'), lang([voice('zh-HK')], 'zh-Hans')]).toEqual(['zh-CN', 'zh_TW', 'zh-HK'])
})

test('a voice that needs no connection comes first, then the browser’s own choice', () => {
  const voices = [voice('en-GB'), voice('en-AU', { default: true }), voice('en-US', { localService: true })]
  expect(lang(voices, 'en')).toBe('en-US')
  expect(lang(voices.slice(0, 2), 'en')).toBe('en-AU')
})
