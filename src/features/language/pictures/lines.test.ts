import { expect, test } from 'vitest'
import { pairUp } from '../pairs.ts'
import { inLines, saidByLine } from './lines.ts'

const original = { title: '', body: '今晚\n八点开始。免费！\n河边小店', warning: null, language: 'zh-Hans' }
const layer = (body: string, pairs: ReturnType<typeof inLines>['pairs'] | null = null) => ({
  title: '',
  body,
  warning: null,
  language: 'en',
  pairs,
  stale: false,
})
const texts = (said: ReturnType<typeof saidByLine>) => said.map(({ text, state }) => (state === 'missing' ? null : text))

test('each box gets back what was said for it, whatever the sentences', () => {
  const { body, pairs } = inLines(original, ['Tonight', 'Starts at eight. Come early. It is free!', 'The shop by the river'])
  expect(texts(saidByLine(original, layer(body, pairs)))).toEqual(['Tonight', 'Starts at eight. Come early. It is free!', 'The shop by the river'])
})

test('a box left out is missing, and the others keep their places', () => {
  const { body, pairs } = inLines(original, ['', 'Starts at eight.', ''])
  expect(body).toBe('Starts at eight.')
  expect(texts(saidByLine(original, layer(body, pairs)))).toEqual([null, 'Starts at eight.', null])
})

test('a layer that nobody placed goes line by line', () => {
  const machine = 'Tonight\nStarts at eight. For free!\nRiver shop'
  expect(texts(saidByLine(original, layer(machine)))).toEqual(['Tonight', 'Starts at eight. For free!', 'River shop'])
  expect(pairUp(original, layer(machine)).length).toBe(4)
})

test('when a box says something else only that one is stale; another order changes nothing', () => {
  const { body, pairs } = inLines(original, ['Tonight', 'Starts at eight.', 'The shop by the river'])
  expect(saidByLine({ ...original, body: '今晚\n九点开始。\n河边小店' }, layer(body, pairs))).toEqual([
    { text: 'Tonight', state: 'fresh' },
    { text: 'Starts at eight.', state: 'stale' },
    { text: 'The shop by the river', state: 'fresh' },
  ])
  const turned = saidByLine({ ...original, body: '河边小店\n今晚\n八点开始。免费！' }, layer(body, pairs))
  expect(texts(turned)).toEqual(['The shop by the river', 'Tonight', 'Starts at eight.'])
})

test('two boxes that say the same each keep their own rendering', () => {
  const twice = { ...original, body: '茶\n茶' }
  const { body, pairs } = inLines(twice, ['Tea', 'Tea (iced)'])
  expect(texts(saidByLine(twice, layer(body, pairs)))).toEqual(['Tea', 'Tea (iced)'])
})
