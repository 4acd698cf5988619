import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignSentences } from './align.ts'

const sentence = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,14}\.$/)
const paragraphs = fc.array(fc.array(sentence, { maxLength: 8 }), { maxLength: 5 })
const range = (length: number) => Array.from({ length }, (_, i) => i)

test('every sentence is in exactly one bead, in order, and no bead is empty', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, (source, target) => {
      const beads = alignSentences(source, target)
      expect(beads.flatMap((bead) => bead.source)).toEqual(range(source.flat().length))
      expect(beads.flatMap((bead) => bead.target)).toEqual(range(target.flat().length))
      for (const bead of beads) expect(bead.source.length + bead.target.length).toBeGreaterThan(0)
    }),
  )
})

test('a text against itself, or against one that is as much longer everywhere, goes sentence by sentence', () => {
  fc.assert(
    fc.property(paragraphs, fc.constantFrom(1, 2), (source, times) => {
      const target = source.map((one) => one.map((words) => words.repeat(times)))
      expect(alignSentences(source, target)).toEqual(range(source.flat().length).map((i) => ({ source: [i], target: [i] })))
    }),
  )
})

test('a long text stays in reach', () => {
  const source = [Array.from({ length: 400 }, (_, i) => 'word '.repeat((i % 9) + 1))]
  expect(alignSentences(source, [...source])).toHaveLength(400)
  for (const [one, other] of [
    [400, 30],
    [1, 300],
    [300, 1],
  ] as const) {
    const beads = alignSentences([source.flat().slice(0, one)], [source.flat().slice(0, other)])
    expect([beads.flatMap((bead) => bead.source), beads.flatMap((bead) => bead.target)]).toEqual([range(one), range(other)])
  }
})
