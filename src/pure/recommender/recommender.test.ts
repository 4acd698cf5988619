import { expect, test } from 'vitest'
import { contentOf } from './content.ts'
import { alone } from './crew.ts'
import { datasetOf, type SplitName } from './dataset.ts'
import { evaluate } from './evaluate.ts'
import { IALS_DEFAULTS } from './ials-options.ts'
import { addRow } from './lists.ts'
import { countsOf, interactionsOf, rowOf, rowWeights, transposed, weighedInteractionsOf, withoutItems } from './matrix.ts'
import type { Method } from './method.ts'
import { ease } from './methods/ease.ts'
import { engine } from './methods/engine.ts'
import { factorise, ials, readerOf } from './methods/ials.ts'
import { METHODS } from './methods/index.ts'
import { itemKnn } from './methods/item-knn.ts'
import { smoothest } from './methods/low-pass.ts'
import { popularity } from './methods/popularity.ts'
import { gini, ndcg, recall } from './metrics.ts'
import { neighboursOf } from './neighbours.ts'
import { seeded, shuffled } from './random.ts'
import { actsIn } from './serving/acts.ts'
import { foldingIn } from './serving/fold-in.ts'

/** Two tastes that share nothing: even readers like even items, odd ones odd items. */
function tastes(readers = 60, items = 40, each = 8) {
  const random = seeded(7)
  return Array.from({ length: readers }, (_, reader) =>
    Array.from(shuffled(items / 2, random))
      .slice(0, each)
      .map((item) => 2 * item + (reader % 2)),
  )
}
const PLAIN = { seed: 1, content: null, crew: alone }
const liked = Uint32Array.of(0, 2, 4)
const CONTENT = contentOf(
  Array.from({ length: 40 }, (_, item) => [item % 2, 2 + ((item >> 1) % 5)]),
  7,
)
const scored = async (method: Method, rows = tastes()) => {
  const scores = new Float32Array(40)
  const scorer = await method(interactionsOf(rows, 40), { ...PLAIN, content: CONTENT })
  scorer.score(liked, scores)
  return scores
}
const meanOf = (scores: Float32Array, parity: number) => scores.filter((_, item) => item % 2 === parity).reduce((sum, score) => sum + score, 0) / 20

test('measures as the books define them', () => {
  expect(recall([3, 1, 2], new Set([1, 9]), 2)).toBe(0.5)
  expect(ndcg([3, 1, 2], new Set([1, 9]), 3)).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)))
  expect(ndcg([1, 9], new Set([1, 9, 4]), 2)).toBe(1)
  expect(gini([1, 1, 1, 1])).toBe(0)
  expect(gini([0, 0, 0, 8])).toBe(0.75)
})

test('a matrix and its transpose hold the same acts', () => {
  const matrix = interactionsOf([[3, 1, 3], [], [1]], 4)
  expect([...rowOf(matrix, 0)]).toEqual([1, 3])
  const turned = transposed(matrix)
  expect([0, 1, 2, 3].map((item) => [...rowOf(turned, item)])).toEqual([[], [0, 2], [], [0]])
})

test.each(Object.entries(METHODS).filter(([name]) => name !== 'pop'))('%s tells two tastes apart', async (_, { method }) => {
  const scores = await scored(method)
  expect(meanOf(scores, 0)).toBeGreaterThan(meanOf(scores, 1))
})

test('popularity is the same for everybody, and counts', async () => {
  const scores = await scored(popularity, [[1], [1, 2], [1]])
  expect([...scores.subarray(0, 4)]).toEqual([0, 3, 1, 0])
})

test('the graph filter’s lists and the cosine are what their formulas say', async () => {
  const rows = [
    [0, 1],
    [0, 2],
  ]
  const scores = new Float32Array(3)
  addRow(await neighboursOf(interactionsOf(rows, 3), alone), 1, 1, scores)
  // r R̃ᵀR̃: over the one reader of two acts; item 0 has two readers.
  for (const [item, score] of [1 / (2 * Math.SQRT2), 1 / 2, 0].entries()) expect(scores[item]).toBeCloseTo(score)
  ;(await itemKnn(interactionsOf(rows, 3), PLAIN)).score(Uint32Array.of(1), scores)
  for (const [item, score] of [1 / Math.SQRT2, 1, 0].entries()) expect(scores[item]).toBeCloseTo(score)
})

test('EASE solves its equations: weights have no diagonal, and the residual is the multiplier of that', async () => {
  const scores = new Float32Array(40)
  const scorer = await ease(interactionsOf(tastes(), 40), PLAIN)
  scorer.score(Uint32Array.of(5), scores)
  expect(scores[5]).toBe(0)
  expect(meanOf(scores, 0)).toBeCloseTo(0, 5)
  expect(() => ease(interactionsOf([], 10_001), PLAIN)).toThrow(RangeError)
})

test('fold-in is the least-squares answer: no step along any axis improves it', async () => {
  const rows = interactionsOf(tastes(), 40)
  const options = { ...IALS_DEFAULTS, dimensions: 8, steps: 20 }
  const factors = await factorise(rows, 1, options)
  const { items, dimensions } = factors
  const loss = (vector: Float64Array) => {
    const unobserved = options.background / 40
    let sum = 0
    for (let item = 0; item < 40; item++) {
      const product = vector.reduce((total, value, i) => total + value * (items[item * dimensions + i] as number), 0)
      sum += unobserved * product ** 2 + (liked.includes(item) ? (1 - product) ** 2 : 0)
    }
    return sum + options.regularisation * (liked.length + options.background) * vector.reduce((total, value) => total + value ** 2, 0)
  }
  const found = Float64Array.from(readerOf(factors, options)(liked))
  for (let i = 0; i < dimensions; i++) for (const step of [-1e-2, 1e-2]) expect(loss(found.with(i, (found[i] as number) + step))).toBeGreaterThan(loss(found))
})

test('the smoothest signals are orthonormal, and the first is the root of the counts', async () => {
  const rows = interactionsOf(tastes(), 40)
  const [width, signals] = [4, await smoothest(rows, 1, { vectors: 4, rounds: 30 })]
  for (let a = 0; a < width; a++)
    for (let b = 0; b <= a; b++) {
      let product = 0
      for (let item = 0; item < 40; item++) product += (signals[item * width + a] as number) * (signals[item * width + b] as number)
      expect(product).toBeCloseTo(a === b ? 1 : 0, 5)
    }
  // Two tastes are two parts of the graph: each has a signal of its own that nothing smooths, so both stand before the rest.
  const filtered = await scored(engine)
  expect(Math.min(...filtered.filter((_, item) => item % 2 === 0))).toBeGreaterThan(Math.max(...filtered.filter((_, item) => item % 2 === 1)))
})

/** The same acts, each with what `weightOf` says. */
const weighed = (rows: readonly (readonly number[])[], weightOf: (reader: number, item: number) => number) =>
  weighedInteractionsOf(
    rows.map((row, reader) => new Map(row.map((item) => [item, weightOf(reader, item)]))),
    40,
  )

test('acts that all weigh 1 are learnt from as if nothing had been weighed', async () => {
  const [plain, weights] = [interactionsOf(tastes(), 40), weighed(tastes(), () => 1)]
  expect((await factorise(weights, 1)).items).toEqual((await factorise(plain, 1)).items)
  expect(await smoothest(weights, 1)).toEqual(await smoothest(plain, 1))
  expect(await neighboursOf(weights, alone)).toEqual(await neighboursOf(plain, alone))
  expect(rowWeights(transposed(weighed(tastes(), (reader, item) => reader + item)), 3)).toEqual(
    Float32Array.from(rowOf(transposed(plain), 3), (reader) => reader + 3),
  )
})

test('what weighs more is fitted more closely by the factors, and counts as much more in the graph', async () => {
  const [rows, sure] = [tastes(), 4]
  const loud = weighed(rows, (_, item) => (item === 6 ? sure : 1))
  const fitted = async (acts: typeof loud) => {
    const factors = await factorise(acts, 1)
    const [reader = -1] = rowOf(transposed(acts), 6)
    const vector = foldingIn({ ...IALS_DEFAULTS, ...factors, vector: (item, into) => into.set(factors.items.subarray(item * 64, (item + 1) * 64)) })(
      actsIn(acts, reader),
    )
    return vector.reduce((sum, value, i) => sum + value * (factors.items[6 * 64 + i] as number), 0)
  }
  expect(await fitted(loud)).toBeGreaterThan(1.1 * (await fitted(interactionsOf(rows, 40))))
  expect(countsOf(loud)[6]).toBe(sure * (countsOf(interactionsOf(rows, 40))[6] as number))
  // r R̃ᵀR̃ of one reader with weights 1 and 3: 3 · 3 / (1 + 3) / √(3 · 3) for item 1 with itself, and 1 · 3 / 4 / √(1 · 3) with item 0.
  const scores = new Float32Array(2)
  addRow(
    await neighboursOf(
      weighedInteractionsOf(
        [
          new Map([
            [0, 1],
            [1, 3],
          ]),
        ],
        2,
      ),
      alone,
    ),
    1,
    1,
    scores,
  )
  expect(scores[0]).toBeCloseTo(3 / 4 / Math.sqrt(3))
  expect(scores[1]).toBeCloseTo(3 / 4)
})

test('without some items the others keep their weights', () => {
  const acts = weighedInteractionsOf(
    [
      new Map([
        [0, 1],
        [3, 0.5],
      ]),
      new Map(),
      new Map([
        [3, 2],
        [1, 4],
      ]),
    ],
    4,
  )
  const left = withoutItems(acts, (item) => item !== 1)
  expect([0, 1, 2].map((reader) => [[...rowOf(left, reader)], [...(rowWeights(left, reader) ?? [])]])).toEqual([
    [
      [0, 3],
      [1, 0.5],
    ],
    [[], []],
    [[3], [2]],
  ])
})

test('the same seed gives the same figures, another seed others', async () => {
  const vectorsOf = async (seed: number) => (await factorise(interactionsOf(tastes(), 40), seed)).items
  expect(await vectorsOf(1)).toEqual(await vectorsOf(1))
  expect(await vectorsOf(1)).not.toEqual(await vectorsOf(2))
})

test('evaluation ranks all items without those a reader had done, and finds what was held out', async () => {
  const data = datasetOf({ train: '0 0 1\n1 0 2\n2 0 1\n', test: '0 2\n1 1\n2\n' }, 'time', 1)
  expect(await evaluate(data, await popularity(data.train, PLAIN), 1, alone)).toMatchObject({ recall: 1, ndcg: 1, readers: 2, coverage: 2 / 3 })
  expect(await evaluate(data, await ials(data.train, PLAIN), 2, alone)).toMatchObject({ recall: 1, readers: 2 })
})

const ACTS = ['user\titem\tkind\ttimestamp', ...Array.from({ length: 10 }, (_, at) => `ana\tnote${at}\tlike\t${100 + at}`), 'bo\tnote0\tlike\t50'].join('\n')
test.each<[SplitName, number[][], number[][]]>([
  ['time', [[0, 1, 2, 3, 4, 5, 6, 7], [0]], [[8, 9], []]],
  ['global-time', [[0, 1, 2, 3, 4, 5, 6], [0]], [[7, 8, 9], []]],
  ['leave-one-out', [[0, 1, 2, 3, 4, 5, 6, 7, 8], []], [[9], [0]]],
])('split by %s', (split, train, test) => {
  const data = datasetOf({ interactions: ACTS }, split, 1)
  expect([0, 1].map((reader) => [...rowOf(data.train, reader)])).toEqual(train)
  expect(data.test).toEqual(test)
})

test('cold items have no acts, and only they are ranked', () => {
  const data = datasetOf({ train: '0 0 1 2 3 4 5 6 7 8 9\n1 0 1 2 3 4 5 6 7 8 9\n', test: '' }, 'cold-items', 3)
  const [cold] = data.candidates ?? []
  expect(data.candidates).toHaveLength(1)
  expect(data.test).toEqual([[cold], [cold]])
  expect(data.train.columns).not.toContain(cold)
})

test('items say what they are: topics parted by a bar, and whatever else is known', () => {
  const items = 'item\ttopics\tlanguage\tcreated\nb\tpunk|zine\tzh\t5\nnobody\tpunk\t\t\na\tpunk\ten\t\n'
  const { content } = datasetOf({ interactions: 'user\titem\tkind\ttimestamp\nx\ta\tlike\t1\nx\tb\tlike\t2\n', items }, 'time', 1)
  if (!content) throw new Error('no content')
  expect([0, 1].map((item) => [...rowOf(content.terms, item)])).toEqual([
    [0, 3],
    [0, 1, 2],
  ])
  // What all have in common weighs nothing; the rest of a row has length 1.
  expect([...content.weights].map((weight) => weight.toFixed(3))).toEqual(['0.000', '1.000', '0.000', '0.707', '0.707'])
})

test('a new item is placed by its terms, and acts take over as they come', async () => {
  // Item 38 is of the even kind and 39 of the odd; nobody has done anything with either.
  const rows = tastes().map((row) => row.filter((item) => item < 38))
  const scores = await scored(engine, rows)
  expect(scores[38]).toBeGreaterThan(scores[39] as number)
  // The odd readers all take to 38: for an even reader it falls behind what their own kind did.
  const turned = await scored(
    engine,
    rows.map((row, reader) => (reader % 2 === 1 ? [...row, 38] : row)),
  )
  const rank = (all: Float32Array) => all.filter((score) => score > (all[38] as number)).length
  expect(rank(turned)).toBeGreaterThan(rank(scores))
})

test.each([
  [{ train: '0 1\nx 2\n', test: '' }, 'train.txt:2'],
  [{ train: '0 1', test: '0 1.5' }, 'test.txt:1'],
  [{ interactions: 'who\twhat\n' }, 'interactions.tsv:1'],
  [{ train: '0 1\n', test: '', items: 'item\tcolour\n1\tred\n' }, 'items.tsv:1'],
  [{ train: '0 1\n', test: '', items: 'topics\titem\nred\n' }, 'items.tsv:2'],
  [{ interactions: 'user\titem\tkind\ttimestamp\na\tb\tlike\tsoon' }, 'interactions.tsv:2'],
])('a line that does not fit is named', (texts, where) => expect(() => datasetOf(texts, 'time', 1)).toThrow(where))
