import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deletions, distance, isSpelled, nearest } from './spelling.ts'

const word = fc.stringMatching(/^[a-z]{4,16}$/)

test('one edit away always shares a key, so it is found', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.stringMatching(/^[a-z]$/), fc.constantFrom('insert', 'delete', 'replace'), (original, place, letter, edit) => {
      const at = place % original.length
      const changed =
        edit === 'insert'
          ? original.slice(0, at) + letter + original.slice(at)
          : edit === 'delete'
            ? original.slice(0, at) + original.slice(at + 1)
            : original.slice(0, at) + letter + original.slice(at + 1)
      fc.pre(changed !== original)
      expect(deletions(original).some((key) => deletions(changed).includes(key))).toBe(true)
      expect(distance(original, changed)).toBe(1)
    }),
  )
})

test('distance is symmetric and nought only for the same word', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, b, 3)).toBe(distance(b, a, 3))
      expect(distance(a, b) === 0).toBe(a === b)
    }),
  )
})

test('shoegase finds shoegaze', () => {
  expect(isSpelled('shoegase')).toBe(true)
  expect(nearest('shoegase', ['shoegazer', 'shoegaze', 'shoelace'])).toEqual(['shoegaze'])
})
