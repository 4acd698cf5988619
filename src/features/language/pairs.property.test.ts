import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairUp, textOf, unitsOf, type Worded } from './pairs.ts'
import { reworded, rowsOf } from './rows.ts'

const sentence = fc.stringMatching(/^[A-Z][a-z]{1,9}( [a-z]{1,9}){0,9}\.$/)
const body = fc.array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { maxLength: 9 }).map((all) => all.flat().join('').trim())
const worded = fc.record({ title: fc.oneof(fc.constant(''), sentence), body, warning: fc.oneof(fc.constant(null), sentence), language: fc.constant('en') })

const inPart = (one: Worded) => (['title', 'warning', 'body'] as const).map((part) => (one[part] ?? '').replace(/\s+/g, ''))

test('pairs cover a layer once and in order, and against the same original nothing is stale or gone', () => {
  fc.assert(
    fc.property(worded, worded, (original, layer) => {
      const pairs = pairUp(original, layer)
      const text = (part: string) =>
        pairs
          .filter((pair) => pair.part === part)
          .map((pair) => textOf(layer, pair))
          .join('')
      expect(['title', 'warning', 'body'].map((part) => text(part).replace(/\s+/g, ''))).toEqual(inPart(layer))
      for (const { state } of rowsOf(unitsOf(original), pairs)) expect(['fresh', 'missing']).toContain(state)
    }),
  )
})

test('after any edit every sentence of the original is in exactly one row, and every pair too', () => {
  fc.assert(
    fc.property(worded, worded, worded, (before, layer, after) => {
      const pairs = pairUp(before, layer)
      const units = unitsOf(after)
      const rows = rowsOf(units, pairs)
      expect(rows.flatMap((row) => row.units).sort((a, b) => a - b)).toEqual([...units.keys()])
      expect(new Set(rows.flatMap(({ pair }) => (pair ? [pair] : []))).size).toBe(pairs.length)
      for (const row of rows) expect(row.state === 'gone').toBe(row.units.length === 0 && (row.pair?.source.length ?? 0) > 0)
    }),
  )
})

test('sentences said anew make a layer that is fresh, whatever the edit was', () => {
  fc.assert(
    fc.property(worded, worded, worded, (before, layer, after) => {
      const pairs = pairUp(before, layer)
      const said = new Map(
        [...rowsOf(unitsOf(after), pairs).entries()].flatMap(([i, { state }]) => (state === 'fresh' || state === 'gone' ? [] : [[i, 'Anew.'] as const])),
      )
      const again = reworded(after, { ...layer, pairs }, said)
      for (const { state } of rowsOf(unitsOf(after), again.pairs)) expect(state).toBe('fresh')
    }),
  )
})
