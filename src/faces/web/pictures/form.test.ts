import { expect, test } from 'vitest'
import type { SeenWords } from '../picture-types.ts'
import { boxesOf, perCent, startOf } from './form.ts'

const sent = (fields: Record<string, string>) => boxesOf((name) => fields[name] ?? '')
const row = (i: number, words: string, more: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ x: '10', y: '20', width: '33.33', height: '5', words, meaning: '', ...more }).map(([name, value]) => [`${name}.${i}`, value]),
  )

test('per cent become fractions and back', () => {
  expect(sent(row(0, '茶'))).toEqual([{ x: 0.1, y: 0.2, width: 0.3333, height: 0.05, words: '茶', meaning: '' }])
  expect([0.1, 0.3333, 1, 0.07].map(perCent)).toEqual([10, 33.33, 100, 7])
})

test('rows without words are no boxes, and the order is the one that was typed', () => {
  const three = { ...row(0, 'a', { order: '3' }), ...row(1, '', { order: '1' }), ...row(2, 'c', { order: '1' }), ...row(3, 'd', { order: '2' }) }
  expect(sent(three).map(({ words }) => words)).toEqual(['c', 'd', 'a'])
  expect(sent({})).toEqual([])
})

test('one begins with one’s own meanings, else with a machine’s, never with somebody else’s', () => {
  const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2, original: '茶', shown: '', state: 'fresh' as const }
  const layer = (origin: 'person' | 'machine', meaning: string) => ({ id: origin, origin, by: null, engine: null, meanings: [meaning] })
  const seen = (mine: ReturnType<typeof layer> | null, other: ReturnType<typeof layer> | null) =>
    startOf({ words: { boxes: [box] }, mine, other } as unknown as SeenWords, undefined).map(({ meaning }) => meaning)
  expect(seen(layer('person', 'mine'), layer('machine', 'its'))).toEqual(['mine'])
  expect(seen(null, layer('machine', 'its'))).toEqual(['its'])
  expect(seen(null, layer('person', 'hers'))).toEqual([''])
  expect(startOf({ words: null } as SeenWords, row(0, 'typed'))).toMatchObject([{ words: 'typed' }])
})
