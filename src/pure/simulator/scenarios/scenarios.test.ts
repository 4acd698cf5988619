import { expect, test } from 'vitest'
import { alone } from '#pure/recommender/index.ts'
import { drawCharts } from '../chart.ts'
import { SCENARIOS, type ScenarioName } from './index.ts'

/** As small as a scenario says anything at. */
const SMALL: Readonly<Record<ScenarioName, { readers: number; days: number }>> = {
  'cold-start': { readers: 80, days: 2 },
  newcomers: { readers: 30, days: 11 },
  'theme-floor': { readers: 40, days: 4 },
  sybil: { readers: 30, days: 6 },
  across: { readers: 80, days: 4 },
  'filter-bubble': { readers: 40, days: 14 },
}
const PLAIN = { seed: 5, crew: alone, authors: 120 }
/** As programs read them. */
const KEYS: Readonly<Record<ScenarioName, readonly string[]>> = {
  'cold-start': ['topicShareBefore', 'topicShareAfter'],
  newcomers: ['reached100Share', 'engagementCost', 'welcomedShare'],
  'theme-floor': ['paidShare', 'gini', 'likeRateChange', 'ledgerExact'],
  sybil: ['gain'],
  across: ['exposureRatio', 'engagementRatio', 'plantedInFirst20'],
  'filter-bubble': ['entropyRatio'],
}

test.each(Object.keys(SCENARIOS) as ScenarioName[])('%s runs and can be drawn', { timeout: 60_000 }, async (name) => {
  const { play, aims } = SCENARIOS[name]
  const once = await play({ ...PLAIN, ...SMALL[name] })
  if (name === 'across') expect(await play({ ...PLAIN, ...SMALL[name] }), 'one seed, one story').toEqual(once)
  expect(Object.keys(once.figures)).toEqual(expect.arrayContaining([...KEYS[name]]))
  for (const value of Object.values(once.figures)) if (typeof value === 'number') expect(value).not.toBeNaN()
  for (const { figure } of aims) expect(once.figures).toHaveProperty(figure)
  for (const feed of Object.values(once.feeds)) expect(feed.engagement).toBeLessThanOrEqual(1.02 * (once.feeds.oracle?.engagement ?? 0))
  if (name === 'theme-floor') expect(once.figures.ledgerExact).toBe(true)
  const svg = drawCharts('A title & more', once.charts)
  expect(svg).toContain('A title &amp; more')
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})

test('ten likes turn a page to what was liked', { timeout: 60_000 }, async () => {
  const { figures } = await SCENARIOS['cold-start'].play({ ...PLAIN, readers: 150, days: 3 })
  expect(figures.topicShareAfter as number).toBeGreaterThan(2 * (figures.topicShareBefore as number))
  expect(figures.changedByOneLike as number).toBeGreaterThan(0)
})
