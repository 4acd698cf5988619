export { drawCharts } from './chart.ts'
export { type Aim, isReached, type Outcome } from './scenario.ts'
export { SCENARIOS, type ScenarioName } from './scenarios/index.ts'
export type { Figures } from './tally.ts'
