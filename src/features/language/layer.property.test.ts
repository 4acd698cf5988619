import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choosable, chooseLayer, HIDDEN_RATING, readsLanguage, type TextReader, understands } from './layer.ts'

const language = fc.constantFrom('en', 'zh-Hans', 'zh-Hant', 'ja', 'es', 'fr')
const origins = ['author', 'person', 'machine'] as const
const other = fc.record({ language, origin: fc.constantFrom(...origins), rating: fc.integer({ min: -6, max: 6 }), stale: fc.boolean(), outdated: fc.boolean() })
const original = fc.record({ language: fc.oneof(language, fc.constant('und')), also: fc.uniqueArray(language, { maxLength: 2 }) })
const text = fc
  .tuple(original, fc.array(other, { maxLength: 8 }))
  .map(([first, rest]): Choosable[] => [
    { id: '0', origin: 'original', rating: 0, stale: false, outdated: false, ...first },
    ...rest.map((layer, i): Choosable => ({ id: String(i + 1), also: [], ...layer })),
  ])
const reader: fc.Arbitrary<TextReader> = fc.record({
  reads: fc.uniqueArray(language, { minLength: 1, maxLength: 3 }),
  show: fc.constantFrom('translation', 'both', 'original'),
  keepOriginal: fc.uniqueArray(language, { maxLength: 1 }),
  locale: fc.constant('en'),
})

test('nobody is shown a layer they cannot read or one that was voted away, and nobody a translation of what they understand', () => {
  fc.assert(
    fc.property(text, reader, (layers, who) => {
      const [first] = layers
      const shown = chooseLayer(who, layers)
      if (!first || !shown) throw new Error('an original is always there')
      if (understands(who, first) || who.show === 'original') expect(shown).toBe(first)
      if (shown === first) return
      expect(readsLanguage(who.reads, shown.language)).toBe(true)
      expect(shown.origin === 'person' && shown.rating <= HIDDEN_RATING).toBe(false)
    }),
  )
})

test('the order in which layers come changes nothing', () => {
  fc.assert(
    fc.property(text, reader, (layers, who) => {
      expect(chooseLayer(who, layers.toReversed())?.id).toBe(chooseLayer(who, layers)?.id)
    }),
  )
})

test('an engine’s layer is never preferred to a person’s that may be shown and mostly still renders the text', () => {
  fc.assert(
    fc.property(text, reader, (layers, who) => {
      const shown = chooseLayer(who, layers)
      if (shown?.origin !== 'machine') return
      const [first] = layers
      const wanted = first && readsLanguage(who.reads, first.language) ? [first.language] : who.reads
      expect(
        layers.some(
          (layer) =>
            (shown.outdated || !layer.outdated) &&
            (layer.origin === 'author' || (layer.origin === 'person' && layer.rating > HIDDEN_RATING)) &&
            readsLanguage(wanted, layer.language),
        ),
      ).toBe(false)
    }),
  )
})
