import type { Config } from '#ground/config/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Breaker, makeBreaker } from './breaker.ts'
import { type Engine, type Pair, serves } from './engine.ts'
import { readEngines } from './settings.ts'

export interface Switchboard {
  engines: readonly Engine[]
  breaker(engine: Engine): Breaker
}

/** One a configuration: engines keep their connections and breakers their counts as long as the process lives. */
const boards = new WeakMap<Config, Switchboard>()

/** The host's engines. Throws WrongSettings when they cannot be read: `start` asks first. */
export function switchboard({ config, fetch, clock }: Pick<Ground, 'config' | 'fetch' | 'clock'>): Switchboard {
  const known = boards.get(config)
  if (known) return known
  const engines = readEngines(config, fetch)
  const breakers = new Map(engines.map((engine) => [engine, makeBreaker(clock)]))
  const made: Switchboard = { engines, breaker: (engine) => breakers.get(engine) ?? makeBreaker(clock) }
  boards.set(config, made)
  return made
}

/** Engines that know this pair, in the host's order. */
export const enginesFor = (board: Switchboard, from: string, to: string): Engine[] => board.engines.filter((engine) => serves(engine, from, to))

/** What readers are told of: at most 200 pairs an engine, `*` for any language. */
export const servedPairs = (board: Switchboard): (Pair & { name: string })[] =>
  board.engines.flatMap(({ name, pairs }) => pairs.slice(0, 200).map((pair) => ({ ...pair, name })))
