import { expect, test } from 'vitest'
import { alignSentences } from './align.ts'

const pairs = (source: string[][], target: string[][]) => alignSentences(source, target).map((bead) => [bead.source, bead.target])

test('a sentence that a translator cut in two stays with its source', () => {
  const zh = ['我们的乐队在楼上排练。', '房东在楼下睡觉，从来没有敲过门，真是一个很好很好的人。', '谢谢。']
  const en = ['Our band rehearses upstairs.', 'The landlord sleeps downstairs and has never knocked.', 'A very, very good person, really.', 'Thanks.']
  expect(pairs([zh], [en])).toEqual([
    [[0], [0]],
    [[1], [1, 2]],
    [[2], [3]],
  ])
})

test('two that were put together, across languages', () => {
  const en = ['It rained.', 'So we stayed inside and cooked.', 'Dinner was far better than anything we could have bought.']
  const zh = ['下雨了，所以我们待在屋里做饭。', '晚饭比我们能买到的任何东西都好得多。']
  expect(pairs([en], [zh])).toEqual([
    [[0, 1], [0]],
    [[2], [1]],
  ])
})

test('paragraphs are anchors', () => {
  const source = [['One short line.'], ['Another one.', 'And a last one that is long enough to be told apart.']]
  const target = [['一行短的，不过翻译得非常非常长，长得像两句话一样。'], ['又一行。', '最后一行够长，可以认出来。']]
  expect(pairs(source, target)).toEqual([
    [[0], [0]],
    [[1], [1]],
    [[2], [2]],
  ])
})

test('what has no counterpart stands alone', () => {
  expect(pairs([['One.']], [[]])).toEqual([[[0], []]])
  expect(pairs([], [['一。']])).toEqual([[[], [0]]])
  expect(pairs([], [])).toEqual([])
})
