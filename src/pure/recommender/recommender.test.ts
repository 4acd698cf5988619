import { expect, test } from 'vitest'
import { datasetOf, type SplitName } from './dataset.ts'
import { evaluate } from './evaluate.ts'
import { interactionsOf, rowOf, transposed } from './matrix.ts'
import { ease } from './methods/ease.ts'
import { engine } from './methods/engine.ts'
import { graphFilter } from './methods/graph-filter.ts'
import { factorise, IALS_DEFAULTS, ials } from './methods/ials.ts'
import { METHODS } from './methods/index.ts'
import { itemKnn } from './methods/item-knn.ts'
import { smoothest } from './methods/low-pass.ts'
import { popularity } from './methods/popularity.ts'
import { gini, ndcg, recall } from './metrics.ts'
import { seeded, shuffled } from './random.ts'

/** Two tastes that share nothing: even readers like even items, odd ones odd items. */
function tastes(readers = 60, items = 40, each = 8) {
  const random = seeded(7)
  return Array.from({ length: readers }, (_, reader) =>
    Array.from(shuffled(items / 2, random))
      .slice(0, each)
      .map((item) => 2 * item + (reader % 2)),
  )
}
const liked = Uint32Array.of(0, 2, 4)
const scored = (method: (typeof METHODS)[keyof typeof METHODS]['method'], rows = tastes()) => {
  const scores = new Float32Array(40)
  method(interactionsOf(rows, 40), { seed: 1 }).score(liked, scores)
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

test.each(Object.entries(METHODS).filter(([name]) => name !== 'pop'))('%s tells two tastes apart', (_, { method }) => {
  const scores = scored(method)
  expect(meanOf(scores, 0)).toBeGreaterThan(meanOf(scores, 1))
})

test('popularity is the same for everybody, and counts', () => {
  const scores = scored(popularity, [[1], [1, 2], [1]])
  expect([...scores.subarray(0, 4)]).toEqual([0, 3, 1, 0])
})

test('the graph filter and the cosine are what their formulas say', () => {
  const rows = [
    [0, 1],
    [0, 2],
  ]
  const scores = new Float32Array(3)
  graphFilter(interactionsOf(rows, 3), { seed: 1 }).score(Uint32Array.of(1), scores)
  // r R̃ᵀR̃: over the one reader of two acts; item 0 has two readers.
  for (const [item, score] of [1 / (2 * Math.SQRT2), 1 / 2, 0].entries()) expect(scores[item]).toBeCloseTo(score)
  itemKnn(interactionsOf(rows, 3), { seed: 1 }).score(Uint32Array.of(1), scores)
  for (const [item, score] of [1 / Math.SQRT2, 1, 0].entries()) expect(scores[item]).toBeCloseTo(score)
})

test('EASE solves its equations: weights have no diagonal, and the residual is the multiplier of that', () => {
  const scores = new Float32Array(40)
  const scorer = ease(interactionsOf(tastes(), 40), { seed: 1 })
  scorer.score(Uint32Array.of(5), scores)
  expect(scores[5]).toBe(0)
  expect(meanOf(scores, 0)).toBeCloseTo(0, 5)
  expect(() => ease(interactionsOf([], 10_001), { seed: 1 })).toThrow(RangeError)
})

test('fold-in is the least-squares answer: no step along any axis improves it', () => {
  const rows = interactionsOf(tastes(), 40)
  const options = { ...IALS_DEFAULTS, dimensions: 8, steps: 20 }
  const { foldIn, items, dimensions } = factorise(rows, 1, options)
  const loss = (vector: Float64Array) => {
    const unobserved = options.background / 40
    let sum = 0
    for (let item = 0; item < 40; item++) {
      const product = vector.reduce((total, value, i) => total + value * (items[item * dimensions + i] as number), 0)
      sum += unobserved * product ** 2 + (liked.includes(item) ? (1 - product) ** 2 : 0)
    }
    return sum + options.regularisation * (liked.length + options.background) * vector.reduce((total, value) => total + value ** 2, 0)
  }
  const found = Float64Array.from(foldIn(liked))
  for (let i = 0; i < dimensions; i++) for (const step of [-1e-2, 1e-2]) expect(loss(found.with(i, (found[i] as number) + step))).toBeGreaterThan(loss(found))
})

test('an act taken back leaves the vector as if it had never been', () => {
  const { foldIn } = factorise(interactionsOf(tastes(), 40), 1, { ...IALS_DEFAULTS, dimensions: 8 })
  const before = foldIn(liked)
  foldIn(Uint32Array.of(...liked, 7))
  expect(foldIn(liked)).toEqual(before)
})

test('the smoothest signals are orthonormal, and the first is the root of the counts', () => {
  const rows = interactionsOf(tastes(), 40)
  const [width, signals] = [4, smoothest(rows, 1, { vectors: 4, rounds: 30 })]
  for (let a = 0; a < width; a++)
    for (let b = 0; b <= a; b++) {
      let product = 0
      for (let item = 0; item < 40; item++) product += (signals[item * width + a] as number) * (signals[item * width + b] as number)
      expect(product).toBeCloseTo(a === b ? 1 : 0, 8)
    }
  // Two tastes are two parts of the graph: each has a signal of its own that nothing smooths, so both stand before the rest.
  const filtered = scored(engine)
  expect(Math.min(...filtered.filter((_, item) => item % 2 === 0))).toBeGreaterThan(Math.max(...filtered.filter((_, item) => item % 2 === 1)))
})

test('the same seed gives the same figures, another seed others', () => {
  const vectorsOf = (seed: number) => factorise(interactionsOf(tastes(), 40), seed).items
  expect(vectorsOf(1)).toEqual(vectorsOf(1))
  expect(vectorsOf(1)).not.toEqual(vectorsOf(2))
})

test('evaluation ranks all items without those a reader had done, and finds what was held out', () => {
  const data = datasetOf({ train: '0 0 1\n1 0 2\n2 0 1\n', test: '0 2\n1 1\n2\n' }, 'time', 1)
  expect(evaluate(data, popularity(data.train, { seed: 1 }), 1)).toMatchObject({ recall: 1, ndcg: 1, readers: 2, coverage: 2 / 3 })
  expect(evaluate(data, ials(data.train, { seed: 1 }), 2)).toMatchObject({ recall: 1, readers: 2 })
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

test.each([
  [{ train: '0 1\nx 2\n', test: '' }, 'train.txt:2'],
  [{ train: '0 1', test: '0 1.5' }, 'test.txt:1'],
  [{ interactions: 'who\twhat\n' }, 'interactions.tsv:1'],
  [{ interactions: 'user\titem\tkind\ttimestamp\na\tb\tlike\tsoon' }, 'interactions.tsv:2'],
])('a line that does not fit is named', (texts, where) => expect(() => datasetOf(texts, 'time', 1)).toThrow(where))
