import type { Chart } from './chart.ts'
import type { Setting } from './measure.ts'
import type { Figures } from './tally.ts'

/** What a figure should reach. */
export interface Aim {
  figure: string
  least?: number
  most?: number
}

export interface Outcome {
  /** Under the names that `commonplace simulate --json` prints. */
  figures: Readonly<Record<string, number | boolean>>
  /** By name of the feed. */
  feeds: Readonly<Record<string, Figures>>
  charts: readonly Chart[]
}

export interface Scenario {
  /** One sentence: what is asked of the engine. */
  asks: string
  /** When the caller says nothing. */
  readers: number
  days: number
  aims: readonly Aim[]
  play(setting: Setting): Promise<Outcome>
}

/** Whether a figure reaches its aim; a yes or no reaches it when it is yes. */
export const isReached = ({ least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Aim, value: number | boolean): boolean =>
  typeof value === 'boolean' ? value : value >= least && value <= most
