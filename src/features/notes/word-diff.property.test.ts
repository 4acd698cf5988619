import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const text = fc.array(fc.constantFrom('red', 'bean', ' ', '\n', '红烧', '肉', '，', 'ラーメン', '👩‍🍳', '#punk', '.')).map((parts) => parts.join(''))

test('what stayed and went is the old text, what stayed and came is the new one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordDiff(before, after)
      expect(
        changes
          .filter(({ kind }) => kind !== 'added')
          .map((one) => one.text)
          .join(''),
      ).toBe(before)
      expect(
        changes
          .filter(({ kind }) => kind !== 'removed')
          .map((one) => one.text)
          .join(''),
      ).toBe(after)
    }),
  )
})

test('a changed word is shown as that word, in Chinese too', () => {
  expect(
    wordDiff('两勺酱油，慢炖', '三勺酱油，慢炖')
      .filter(({ kind }) => kind === 'same')
      .map((one) => one.text)
      .join(''),
  ).toContain('酱油，慢炖')
  expect(wordDiff('two spoons', 'three spoons')).toEqual([
    { kind: 'removed', text: 'two' },
    { kind: 'added', text: 'three' },
    { kind: 'same', text: ' spoons' },
  ])
})
