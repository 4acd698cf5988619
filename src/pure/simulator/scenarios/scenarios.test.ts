import { expect, test } from 'vitest'
import { alone } from '#pure/recommender/index.ts'
import { drawCharts } from '../chart.ts'
import type { Outcome } from '../scenario.ts'
import { SCENARIOS, type ScenarioName } from './index.ts'

/** As small as a scenario says anything at. */
const SMALL: Readonly<Record<ScenarioName, { readers: number; days: number; authors?: number }>> = {
  'cold-start': { readers: 150, days: 3, authors: 120 },
  newcomers: { readers: 16, days: 3 },
  'theme-floor': { readers: 24, days: 3 },
  sybil: { readers: 24, days: 7 },
  across: { readers: 24, days: 2 },
  'filter-bubble': { readers: 16, days: 14 },
}
const PLAIN = { seed: 5, crew: alone, authors: 60 }
/** As programs read them. */
const KEYS: Readonly<Record<ScenarioName, readonly string[]>> = {
  'cold-start': ['topicShareBefore', 'topicShareAfter'],
  newcomers: ['reached100Share', 'engagementCost', 'welcomedShare'],
  'theme-floor': ['paidShare', 'gini', 'likeRateChange', 'ledgerExact'],
  sybil: ['gain'],
  across: ['exposureRatio', 'engagementRatio', 'plantedInFirst20'],
  'filter-bubble': ['entropyRatio'],
}

/** What can be seen at this size already. */
const SHOWN: Partial<Record<ScenarioName, (figures: Outcome['figures']) => void>> = {
  'cold-start'({ topicShareBefore, topicShareAfter, changedByOneLike }) {
    expect(topicShareAfter as number, 'ten likes turn a page to what was liked').toBeGreaterThan(2 * (topicShareBefore as number))
    expect(changedByOneLike as number).toBeGreaterThan(0)
  },
  'theme-floor': ({ ledgerExact }) => expect(ledgerExact).toBe(true),
  sybil: ({ gain }) => expect(gain as number, 'fakes that share a mark are one voice').toBeLessThan(3),
}

test.each(Object.keys(SCENARIOS) as ScenarioName[])('%s runs and can be drawn', { timeout: 60_000 }, async (name) => {
  const { play, aims } = SCENARIOS[name]
  const once = await play({ ...PLAIN, ...SMALL[name] })
  if (name === 'across') expect(await play({ ...PLAIN, ...SMALL[name] }), 'one seed, one story').toEqual(once)
  expect(Object.keys(once.figures)).toEqual(expect.arrayContaining([...KEYS[name]]))
  for (const value of Object.values(once.figures)) if (typeof value === 'number') expect(value).not.toBeNaN()
  for (const { figure } of aims) expect(once.figures).toHaveProperty(figure)
  for (const feed of Object.values(once.feeds)) expect(feed.engagement).toBeLessThanOrEqual(1.02 * (once.feeds.oracle?.engagement ?? 0))
  SHOWN[name]?.(once.figures)
  const svg = drawCharts('A title & more', once.charts)
  expect(svg).toContain('A title &amp; more')
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})
