import { expect, test } from 'vitest'
import { type Choosable, canTranslate, chooseLayer, sourceFor, type TextReader, targetFor } from './layer.ts'

const reader = (reads: string[], more: Partial<TextReader> = {}): TextReader => ({
  reads,
  show: 'translation',
  keepOriginal: [],
  locale: 'en',
  serves: () => true,
  ...more,
})
const layer = (id: string, language: string, origin: Choosable['origin'], more: Partial<Choosable> = {}): Choosable => ({
  id,
  language,
  origin,
  also: [],
  rating: 0,
  stale: false,
  outdated: false,
  ...more,
})

test('a text without an original shows nothing', () => {
  expect(chooseLayer(reader(['en']), [layer('a', 'en', 'machine')])).toBeUndefined()
  expect(canTranslate(reader(['en']), [])).toBe(false)
})

test('a reader of both scripts of Chinese gets the one that is there; a reader of one gets a layer for the other', () => {
  const layers = [layer('o', 'zh-Hans', 'original'), layer('m', 'zh-Hant', 'machine')]
  expect(chooseLayer(reader(['zh-TW']), layers)?.id).toBe('m')
  expect(chooseLayer(reader(['zh-TW', 'zh-CN']), layers)?.id).toBe('o')
})

test('of equals the language that the reader put first wins, and fresh before stale', () => {
  const layers = [layer('o', 'ja', 'original'), layer('f', 'fr', 'machine'), layer('e', 'en', 'machine')]
  expect(chooseLayer(reader(['en', 'fr']), layers)?.id).toBe('e')
  expect(chooseLayer(reader(['fr', 'en']), layers)?.id).toBe('f')
  expect(chooseLayer(reader(['fr', 'en']), [...layers.slice(0, 1), layer('f', 'fr', 'machine', { stale: true }), layer('e', 'en', 'machine')])?.id).toBe('e')
})

test('undetermined text is shown as it is and offers nothing', () => {
  const layers = [layer('o', 'und', 'original'), layer('m', 'en', 'machine')]
  expect(chooseLayer(reader(['en']), layers)?.id).toBe('o')
  expect(canTranslate(reader(['en']), layers)).toBe(false)
})

test('mixed text is translated from its guest for who reads its main language, from that for the others', () => {
  const mixed = layer('o', 'zh-Hans', 'original', { also: ['en'] })
  expect(sourceFor(mixed, 'zh-Hans')).toBe('en')
  expect(sourceFor(mixed, 'en')).toBe('zh-Hans')
  expect(targetFor(reader(['zh-Hans']), mixed)).toBe('zh-Hans')
  expect(targetFor(reader(['en']), mixed)).toBe('en')
  expect(targetFor(reader(['en', 'zh-Hans']), mixed)).toBeUndefined()
  expect(chooseLayer(reader(['zh-Hans']), [mixed, layer('j', 'ja', 'author')])?.id).toBe('o')
  expect(chooseLayer(reader(['zh-Hans']), [mixed, layer('z', 'zh-Hans', 'machine')])?.id).toBe('z')
})

test('a stale layer may be asked for again, a fresh one not', () => {
  const original = layer('o', 'ja', 'original')
  expect(canTranslate(reader(['en']), [original])).toBe(true)
  expect(canTranslate(reader(['en']), [original, layer('m', 'en', 'machine')])).toBe(false)
  expect(canTranslate(reader(['en']), [original, layer('m', 'en', 'machine', { stale: true })])).toBe(true)
  expect(canTranslate(reader(['en'], { serves: () => false }), [original])).toBe(false)
})

test('what a reader sees first: the author’s, else the best rated person’s, else the machine’s, else the original', () => {
  const original = layer('o', 'zh-Hans', 'original')
  const [author, liked, other, machine] = [
    layer('a', 'en', 'author'),
    layer('l', 'en', 'person', { rating: 3, stale: true }),
    layer('p', 'en', 'person', { rating: 1 }),
    layer('m', 'en', 'machine', { rating: 9 }),
  ]
  const first = (...layers: Choosable[]) => chooseLayer(reader(['en']), [original, ...layers])?.id
  expect(first(machine, other, liked, author)).toBe('a')
  expect(first(machine, other, liked)).toBe('l')
  expect(first(machine, other)).toBe('p')
  expect(first(machine)).toBe('m')
  expect(first()).toBe('o')
})

test('one stale sentence does not cost a layer its place; being outdated does, as long as another still stands', () => {
  const original = layer('o', 'zh-Hans', 'original')
  const machine = layer('m', 'en', 'machine')
  const author = (more: Partial<Choosable>) => layer('a', 'en', 'author', { stale: true, ...more })
  const first = (...layers: Choosable[]) => chooseLayer(reader(['en']), [original, ...layers])?.id
  expect(first(machine, author({}))).toBe('a')
  expect(first(machine, author({ outdated: true }))).toBe('m')
  expect(first(author({ outdated: true }))).toBe('a')
  expect(canTranslate(reader(['en']), [original, author({})])).toBe(false)
  expect(canTranslate(reader(['en']), [original, author({ outdated: true })])).toBe(true)
})
