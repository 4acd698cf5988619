import type { Scenario } from '../scenario.ts'
import { across } from './across.ts'
import { coldStart } from './cold-start.ts'
import { filterBubble } from './filter-bubble.ts'

/** Keeps the names, and one type for all. */
const byName = <Name extends string>(scenarios: Record<Name, Scenario>): Record<Name, Scenario> => scenarios

/** Under the names that `commonplace simulate` knows. */
export const SCENARIOS = byName({ 'cold-start': coldStart, across, 'filter-bubble': filterBubble })

export type ScenarioName = keyof typeof SCENARIOS
