import { expect, test } from 'vitest'
import { between, fitted, isBox, moved, sameBox, sized } from './index.ts'

test('a box lies in the picture and can be found', () => {
  expect(isBox({ x: 0, y: 0, width: 1, height: 1 })).toBe(true)
  expect(isBox({ x: 0.7, y: 0.1, width: 0.3, height: 0.2 })).toBe(true)
  expect(isBox({ x: 0.8, y: 0.1, width: 0.3, height: 0.2 })).toBe(false)
  expect(isBox({ x: -0.01, y: 0.1, width: 0.3, height: 0.2 })).toBe(false)
  expect(isBox({ x: 0.1, y: 0.1, width: 0.001, height: 0.2 })).toBe(false)
  expect(isBox({ x: Number.NaN, y: 0.1, width: 0.1, height: 0.2 })).toBe(false)
})

test('a box is drawn from any corner, and no further than the edge', () => {
  const box = { x: 0.2, y: 0.3, width: 0.4, height: 0.1 }
  expect(between({ x: 0.2, y: 0.3 }, { x: 0.6, y: 0.4 })).toEqual(box)
  expect(between({ x: 0.6, y: 0.3 }, { x: 0.2, y: 0.4 })).toEqual(box)
  expect(between({ x: 0.5, y: 0.5 }, { x: 3, y: -1 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 })
  expect(between({ x: 1, y: 1 }, { x: 1, y: 1 })).toEqual({ x: 0.99, y: 0.99, width: 0.01, height: 0.01 })
})

test('moving keeps the size, sizing keeps the corner', () => {
  const box = { x: 0.5, y: 0.5, width: 0.2, height: 0.2 }
  expect(moved(box, { x: 0.1, y: -0.1 })).toEqual({ ...box, x: 0.6, y: 0.4 })
  expect(moved(box, { x: 9, y: 9 })).toEqual({ ...box, x: 0.8, y: 0.8 })
  expect(sized(box, { x: 0.1, y: -0.1 })).toEqual({ ...box, width: 0.3, height: 0.1 })
  expect(sized(box, { x: 9, y: -9 })).toEqual({ ...box, width: 0.5, height: 0.01 })
})

test('places are kept to a ten-thousandth', () => {
  expect(fitted({ x: 1 / 3, y: 2 / 3, width: 0.100049, height: 0.1 })).toEqual({ x: 0.3333, y: 0.6667, width: 0.1, height: 0.1 })
  expect(sameBox(fitted({ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }), { x: 0.1, y: 0.1, width: 0.2, height: 0.2 })).toBe(true)
  expect(sameBox({ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }, { x: 0.1, y: 0.1, width: 0.2, height: 0.3 })).toBe(false)
})
