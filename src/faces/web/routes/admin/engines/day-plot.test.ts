import { expect, test } from 'vitest'
import { barsOf, daysIn, enginesOf, monthBeside } from './day-plot.ts'

const use = (day: string, engine: string, characters: number) => ({ day, engine, characters, calls: 1, refused: 0 })

test('bars of a day stand on one another, and the tallest day fills the plot', () => {
  const days = [use('2026-03-01', 'B', 30), use('2026-03-01', 'A', 10), use('2026-03-31', 'A', 20)]
  expect(enginesOf(days)).toEqual(['A', 'B'])
  expect(barsOf(days)).toEqual([
    { day: 1, engine: 1, from: 0, height: 0.75 },
    { day: 1, engine: 0, from: 0.75, height: 0.25 },
    { day: 31, engine: 0, from: 0, height: 0.5 },
  ])
  expect(barsOf([])).toEqual([])
})

test('months have their days and their neighbours', () => {
  expect(['2026-02', '2028-02', '2100-02', '2026-04', '2026-12'].map(daysIn)).toEqual([28, 29, 28, 30, 31])
  expect([monthBeside('2026-01', -1), monthBeside('2026-12', 1), monthBeside('2026-06', 1)]).toEqual(['2025-12', '2027-01', '2026-07'])
})
