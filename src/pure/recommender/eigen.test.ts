import { expect, test } from 'vitest'
import { principalAxes } from './eigen.ts'
import { normal, seeded } from './random.ts'

const SIZE = 12
const random = seeded(2)
const rows = Array.from({ length: 30 }, () => Array.from({ length: SIZE }, (_, i) => normal(random) * (1 + (i % 5))))
const gram = Float64Array.from({ length: SIZE * SIZE }, (_, at) =>
  rows.reduce((sum, row) => sum + (row[Math.floor(at / SIZE)] as number) * (row[at % SIZE] as number), 0),
)

test('the axes are orthonormal, what lies along them falls, and nothing lies between them', () => {
  const axes = principalAxes(gram, SIZE)
  const axis = (at: number) => axes.subarray(at * SIZE, (at + 1) * SIZE)
  const between = (a: number, b: number, matrix: (i: number, j: number) => number) =>
    axis(a).reduce((sum, x, i) => sum + x * axis(b).reduce((inner, y, j) => inner + matrix(i, j) * y, 0), 0)
  const along = Array.from({ length: SIZE }, (_, a) => between(a, a, (i, j) => gram[i * SIZE + j] as number))
  expect(along).toEqual(along.toSorted((a, b) => b - a))
  for (let a = 0; a < SIZE; a++)
    for (let b = 0; b <= a; b++) {
      expect(between(a, b, (i, j) => (i === j ? 1 : 0))).toBeCloseTo(a === b ? 1 : 0, 9)
      if (a !== b) expect(between(a, b, (i, j) => gram[i * SIZE + j] as number)).toBeCloseTo(0, 6)
    }
})

test('a matrix without anything in most directions has axes too', () => {
  const thin = new Float64Array(SIZE * SIZE)
  for (let i = 0; i < SIZE; i++) for (let j = 0; j < SIZE; j++) thin[i * SIZE + j] = 1
  expect(principalAxes(thin, SIZE).subarray(0, SIZE)).toSatisfy((first: Float64Array) => first.every((x) => Math.abs(Math.abs(x) - 1 / Math.sqrt(SIZE)) < 1e-9))
})
