import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectLanguage } from './detect.ts'
import { foldLabel, foldLabelLoose } from './fold.ts'
import { baseLanguage, canonicalLanguage, languageMatches, languages, negotiate } from './languages.ts'
import { scriptShares } from './scripts.ts'
import { indexTerms, queryTerms } from './terms.ts'

const word = fc.constantFrom('朋克', '樂隊', '音乐会', 'Post-Punk', "l'été", 'ハードコア', '펑크', 'بَانك', 'ёж', '盯鞋', 'ﾊｰﾄﾞ', 'İ', 'ß', 'ก็', '\ud800')
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(word).map((w) => w.join(' ')),
  fc.array(word).map((w) => w.join('')),
)
const tag = fc.oneof(fc.constantFrom(...languages.map((l) => l.code), 'zh', 'zh-TW', 'zh-CN', 'en-GB', 'pt-BR'), fc.string())

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(text, (t) => {
      expect(foldLabel(foldLabel(t))).toBe(foldLabel(t))
      expect(foldLabelLoose(foldLabelLoose(t))).toBe(foldLabelLoose(t))
      expect(foldLabelLoose(foldLabel(t))).toBe(foldLabelLoose(t))
      expect(foldLabel(`# ${t}-`)).toBe(foldLabel(t))
    }),
    { numRuns: 300 },
  )
})

test('a text is found by any text that it contains as a query', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom('', ' '), fc.nat(5), fc.nat(5), (words, glue, from, to) => {
      const terms = new Set(indexTerms(words.join(' ')))
      const query = queryTerms(words.slice(Math.min(from, to), Math.max(from, to) + 1).join(` ${glue}`))
      for (const term of query.all) expect(terms).toContain(term)
      const { prefix } = query
      if (prefix) expect([...terms].some((t) => t.startsWith(prefix))).toBe(true)
    }),
  )
})

test('terms are few, short and different', () => {
  fc.assert(
    fc.property(text, (t) => {
      const terms = indexTerms(t)
      expect(new Set(terms).size).toBe(terms.length)
      expect(terms.every((term) => term.length > 0 && term.length <= 64 && term.isWellFormed())).toBe(true)
    }),
  )
})

test('a detected language is a tag, never its own guest', () => {
  fc.assert(
    fc.property(text, fc.array(tag, { maxLength: 3 }), (t, declared) => {
      const { language, confidence, also } = detectLanguage(t, { declared })
      expect(canonicalLanguage(language)).toBe(language)
      expect(also).not.toContain(language)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(language === 'und').toBe(confidence === 0)
    }),
  )
})

test('shares of scripts come to one or to nothing', () => {
  fc.assert(
    fc.property(text, (t) => {
      const shares = Object.values(scriptShares(t))
      if (shares.length > 0) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
    }),
  )
})

test('matching is symmetric and negotiation chooses from what there is', () => {
  fc.assert(
    fc.property(tag, tag, fc.array(tag), (a, b, available) => {
      expect(languageMatches(a, b)).toBe(languageMatches(b, a))
      if (languageMatches(a, b)) expect(baseLanguage(a)).toBe(baseLanguage(b))
      const chosen = negotiate(`${a},${b};q=0.5`, available)
      if (chosen !== undefined) expect(available).toContain(chosen)
    }),
  )
})
