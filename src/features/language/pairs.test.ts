import { expect, test } from 'vitest'
import { pairUp, textOf, unitsOf, type Worded } from './pairs.ts'
import { ageOf, reworded, rowsOf } from './rows.ts'

const zh = (body: string, title = ''): Worded => ({ title, body, warning: null, language: 'zh-Hans' })
const en = (body: string, title = ''): Worded => ({ title, body, warning: null, language: 'en' })

const original = zh('一。二二。三三三。四四四四。五五五五五。', '题目')
const layer = en('One. Two, two. Three, three, three. Four, four, four, four. Five of five.', 'A title')
const pairs = pairUp(original, layer)
const seen = (now: Worded, of = layer, made = pairs) => {
  const units = unitsOf(now)
  return rowsOf(units, made).map(({ units: places, pair, state }) => [places.map((i) => units[i]?.text).join('+'), pair ? textOf(of, pair) : null, state])
}

test('the title is a sentence of its own, the others go one by one', () => {
  expect(seen(original)).toEqual([
    ['题目', 'A title', 'fresh'],
    ['一。', 'One.', 'fresh'],
    ['二二。', 'Two, two.', 'fresh'],
    ['三三三。', 'Three, three, three.', 'fresh'],
    ['四四四四。', 'Four, four, four, four.', 'fresh'],
    ['五五五五五。', 'Five of five.', 'fresh'],
  ])
})

test('a changed sentence is stale, the others stay', () => {
  const rows = seen(zh('一。两个。三三三。四四四四。五五五五五。', '题目'))
  expect(rows.filter(([, , state]) => state !== 'fresh')).toEqual([['两个。', 'Two, two.', 'stale']])
})

test('moved sentences keep their rendering', () => {
  const rows = seen(zh('五五五五五。四四四四。一。二二。三三三。', '题目'))
  expect(rows.map(([, text, state]) => [text, state])).toEqual([
    ['A title', 'fresh'],
    ['Five of five.', 'fresh'],
    ['Four, four, four, four.', 'fresh'],
    ['One.', 'fresh'],
    ['Two, two.', 'fresh'],
    ['Three, three, three.', 'fresh'],
  ])
})

test('a sentence taken out is gone, one put in is missing', () => {
  expect(seen(zh('一。三三三。四四四四。新的。五五五五五。', '题目')).filter(([, , state]) => state !== 'fresh')).toEqual([
    ['', 'Two, two.', 'gone'],
    ['新的。', null, 'missing'],
  ])
})

test('a new title leaves the body alone', () => {
  expect(seen({ ...original, title: '新题目' }).filter(([, , state]) => state !== 'fresh')).toEqual([['新题目', 'A title', 'stale']])
})

test('equal sentences are told apart by their number', () => {
  const [first, twice] = [zh('好。好。走。'), en('Good. Good. Go.')]
  const made = pairUp(first, twice)
  expect(seen(zh('好。走。'), twice, made).filter(([, , state]) => state !== 'fresh')).toEqual([['', 'Good.', 'gone']])
})

test('how much of it is stale decides whether the whole is outdated', () => {
  const age = (now: Worded) => ageOf(rowsOf(unitsOf(now), pairs))
  expect(age(original)).toEqual({ stale: false, outdated: false })
  expect(age(zh('一。两个。三三三。四四四四。五五五五五。', '题目'))).toEqual({ stale: true, outdated: false })
  expect(age(zh('甲。乙。丙。丁。五五五五五。', '题目'))).toEqual({ stale: true, outdated: true })
})

test('a layer is put together again in the original’s order and lines, with the new words in place', () => {
  const now = zh('五五五五五。\n\n两个。三三三。四四四四。', '题目')
  const rows = rowsOf(unitsOf(now), pairs)
  const at = rows.findIndex(({ state }) => state === 'stale')
  const again = reworded(now, { ...layer, pairs }, new Map([[at, 'A pair.']]))
  expect(again.wording).toEqual({ title: 'A title', body: 'Five of five.\n\nA pair. Three, three, three. Four, four, four, four.', warning: null })
  expect(ageOf(rowsOf(unitsOf(now), again.pairs))).toEqual({ stale: false, outdated: false })
  expect(again.pairs.map((pair) => textOf(again.wording, pair))).toEqual([
    'A title',
    'Five of five.',
    'A pair.',
    'Three, three, three.',
    'Four, four, four, four.',
  ])
})

test('a layer without text for the body has nothing but missing rows there', () => {
  const made = pairUp(original, en('', 'A title'))
  expect(made).toHaveLength(1)
  expect(seen(original, en('', 'A title'), made).map(([, , state]) => state)).toEqual(['fresh', 'missing', 'missing', 'missing', 'missing', 'missing'])
})
