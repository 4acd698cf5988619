import fc from 'fast-check'
import { test } from 'vitest'
import { normaliseLine } from '#pure/text/normalise.ts'
import { inLines, saidByLine } from './lines.ts'

const line = fc
  .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.constantFrom('茶', 'Tea. Coffee!', '3 €', 'ありがとう。', 'شاي', '…', '«Да»?'))
  .map(normaliseLine)
  .filter((text) => text !== '')
const boxes = fc.array(fc.record({ words: line, meaning: fc.option(line, { nil: '' }) }), { minLength: 1, maxLength: 12 })

test('what was said for each box is what each box says, for any words in any number', () => {
  fc.assert(
    fc.property(boxes, (given) => {
      // Which of several that say the same has none cannot be told apart: there the first have one.
      const unlike = given.filter(({ words }, i) => given.findIndex((one) => one.words === words) === i)
      const original = { title: '', body: unlike.map(({ words }) => words).join('\n'), warning: null, language: 'und' }
      const { body, pairs } = inLines(
        original,
        unlike.map(({ meaning }) => meaning),
      )
      const said = saidByLine(original, { title: '', body, warning: null, language: 'en', pairs, stale: false })
      return said.length === unlike.length && unlike.every(({ meaning }, i) => said[i]?.text === meaning && said[i]?.state === (meaning ? 'fresh' : 'missing'))
    }),
  )
})
