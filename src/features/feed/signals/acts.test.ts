import { expect, test } from 'vitest'
import { instant } from '#ground/clock/index.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { acts as weights } from '#pure/recommender/page/weights.ts'
import type { Act } from '../queries/acts.ts'
import { weigh } from './acts.ts'
import type { ActKind } from './kinds.ts'

const act = (note: string, kind: ActKind, minute: number, seconds: number | null = null): Act => ({
  noteId: note as NoteId,
  kind,
  at: instant(Date.UTC(2026, 2, 1, 12, minute)),
  seconds,
})

test('what was done with a note adds up, each kind once, at the time of the latest', () => {
  const [only, ...others] = weigh([act('a', 'like', 9), act('a', 'open', 5), act('a', 'open', 1)])
  expect(others).toEqual([])
  expect(only).toEqual({ id: 'a', weight: weights.like + weights.open, at: act('a', 'like', 9).at })
})

test('a no outweighs everything, and the larger no the smaller', () => {
  expect(weigh([act('a', 'hide', 9), act('a', 'like', 8), act('b', 'less', 7), act('b', 'hide', 6)]).map(({ weight }) => weight)).toEqual([
    weights.hide,
    weights.less,
  ])
})

test('a longer stay says more, and no stay more than the longest', () => {
  const [short, long] = weigh([act('a', 'dwell', 9, 10), act('b', 'dwell', 8, 120)])
  expect(short?.weight).toBeGreaterThan(0)
  expect(short?.weight).toBeLessThan(long?.weight ?? 0)
  expect(long?.weight).toBeCloseTo(weights.dwell, 9)
})

test('without an act the rest is what it would be had it never been', () => {
  const all = [act('a', 'like', 9), act('b', 'save', 8), act('a', 'open', 7), act('c', 'hide', 6)]
  for (const gone of all)
    expect(weigh(all.filter((one) => one !== gone))).toEqual(weigh(all.filter((one) => !(one.noteId === gone.noteId && one.kind === gone.kind))))
  expect(weigh(all).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})
