import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCedict, toneMarks } from './cedict.ts'
import { glossToken } from './gloss.ts'
import { lemmas } from './lemmas.ts'
import { readingFor } from './read.ts'
import { createSegmenter } from './segment.ts'

const segmenter = createSegmenter({ userWords: ['后朋克', '盯鞋'] })
const word = fc.constantFrom('朋克', '樂隊', '后朋克', '还', 'vibe', '92', '，', ' ', '\n', '🎸', '𠮷', 'の', '\ud800', "don't", '看看')
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(word).map((w) => w.join('')),
)
const language = fc.constantFrom('zh-Hans', 'zh-Hant', 'en', 'ja', 'ko', 'ar', 'not a tag')

test('tokens cover the text', () => {
  fc.assert(
    fc.property(text, language, fc.boolean(), (t, lang, strict) => {
      const whole = t.toWellFormed()
      const tokens = segmenter.segment(t, { language: lang, ...(strict ? { known: (w: string) => w === '朋克' } : {}) })
      expect(tokens.map((k) => k.text).join('')).toBe(whole)
      for (const k of tokens) expect(whole.slice(k.start, k.end)).toBe(k.text)
    }),
  )
})

test('a reading is one of the dictionary, when it has any', () => {
  const all = ['hai2', 'huan2', 'Huan2']
  fc.assert(
    fc.property(text, text, fc.subarray(all, { minLength: 1 }), (before, after, readings) => {
      expect(readings).toContain(readingFor('还', `${before}还${after}`, before.length, readings))
    }),
  )
})

test('any tap on any text is answered, and the parts cover the token', async () => {
  await fc.assert(
    fc.asyncProperty(text, language, fc.nat(30), async (t, lang, at) => {
      const offset = Math.min(at, t.length)
      const gloss = await glossToken({
        text: t,
        offset,
        language: lang,
        segmenter,
        lookup: async (words) =>
          new Map(words.filter((w) => w.length === 1).map((w) => [w, [{ headword: w, senses: ['x'], source: { name: 'test', licence: null, url: null } }]])),
      })
      if (gloss.parts.length > 0) expect(gloss.parts.map((p) => p.text).join('')).toBe(gloss.text)
      expect(t.slice(gloss.start, gloss.end)).toBe(gloss.text)
      for (const c of [...gloss.longer, ...gloss.shorter]) expect(c.start <= offset && offset < c.end).toBe(true)
    }),
  )
})

test('any line is read or left out, any syllable written', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      for (const entry of parseCedict(`${line}\n樂隊 乐队 [yue4 dui4] /band/\n`)) expect(entry.senses.every((s) => !s.includes('/'))).toBe(true)
      expect(typeof toneMarks(line)).toBe('string')
      expect(lemmas(line)[0]).toBe(line.toLowerCase().replaceAll('’', "'"))
    }),
  )
})

test.each(['乐', 'a', ' ', '<', '朋克', 'a b '])('100 KB of %j end', async (unit) => {
  const long = unit.repeat(100_000 / unit.length)
  expect(segmenter.segment(long, { known: (w) => w === '朋克' }).length).toBeGreaterThan(0)
  const gloss = await glossToken({ text: long, offset: 50_000, language: 'zh', segmenter, lookup: async () => new Map() })
  expect(gloss.text.length).toBeGreaterThan(0)
})
