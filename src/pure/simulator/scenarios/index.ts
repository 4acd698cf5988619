import type { Scenario } from '../scenario.ts'
import { across } from './across.ts'
import { coldStart } from './cold-start.ts'
import { filterBubble } from './filter-bubble.ts'
import { newcomers } from './newcomers.ts'
import { sybil } from './sybil.ts'
import { themeFloor } from './theme-floor.ts'

/** Keeps the names, and one type for all. */
const byName = <Name extends string>(scenarios: Record<Name, Scenario>): Record<Name, Scenario> => scenarios

/** Under the names that `commonplace simulate` knows. */
export const SCENARIOS = byName({ 'cold-start': coldStart, newcomers, 'theme-floor': themeFloor, across, 'filter-bubble': filterBubble, sybil })

export type ScenarioName = keyof typeof SCENARIOS
