import type { Config } from '#ground/config/index.ts'
import type { Ground } from '#ground/feature.ts'
import { type Breaker, makeBreaker } from './breaker.ts'
import { type Engine, fits, type Pair, serves } from './engine.ts'
import { opencc } from './opencc.ts'
import { readEngines } from './settings.ts'

export interface Switchboard {
  engines: readonly Engine[]
  breaker(engine: Engine): Breaker
  /** What this process is paying for at the moment, by cache key: who wants the same waits for it. */
  underway: Map<string, Promise<unknown>>
}

/** One step of a route: an engine and the pair it is asked for. */
export interface Leg extends Pair {
  engine: Engine
}

/** Most engines know every language to and from this one best. */
const PIVOT = 'en'
const MOST_ROUTES = 4

/** One a configuration: engines keep their connections and breakers their counts as long as the process lives. */
const boards = new WeakMap<Config, Switchboard>()

/** The engines here: the one of every place, and the host's. Throws WrongSettings when they cannot be read: `start` asks first. */
export function switchboard({ config, fetch, clock }: Pick<Ground, 'config' | 'fetch' | 'clock'>): Switchboard {
  const known = boards.get(config)
  if (known) return known
  const engines = [opencc, ...readEngines(config, fetch)]
  const breakers = new Map(engines.map((engine) => [engine, makeBreaker(clock)]))
  const made: Switchboard = { engines, breaker: (engine) => breakers.get(engine) ?? makeBreaker(clock), underway: new Map() }
  boards.set(config, made)
  return made
}

/** Ways from one language to another: conversion between scripts, else in the host's order engines that know the pair; only when there is none, two steps over English. */
export function routesFor({ engines }: Pick<Switchboard, 'engines'>, from: string, to: string): Leg[][] {
  const legs = (a: string, b: string): Leg[] => engines.filter((engine) => serves(engine, a, b)).map((engine) => ({ engine, from: a, to: b }))
  const direct = legs(from, to)
  // What stands in a table is asked of nobody.
  const instant = direct.filter(({ engine }) => engine.instant)
  if (direct.length > 0) return (instant.length > 0 ? instant : direct).map((leg) => [leg])
  const second = legs(PIVOT, to)
  return legs(from, PIVOT)
    .flatMap((leg) => second.map((next) => [leg, next]))
    .slice(0, MOST_ROUTES)
}

/** Whether any engine takes texts in this language. */
export const isHeard = ({ engines }: Pick<Switchboard, 'engines'>, language: string): boolean =>
  engines.some(({ pairs }) => pairs.some(({ from }) => fits(from, language)))

export const isServed = (board: Pick<Switchboard, 'engines'>, from: string, to: string): boolean => routesFor(board, from, to).length > 0

/** How a route is named under its layers: `East → West`. */
export const routeName = (route: readonly Leg[]): string => route.map(({ engine }) => engine.name).join(' → ')

/** What readers are told of: at most 200 pairs an engine, `*` for any language. */
export const servedPairs = (board: Switchboard): (Pair & { name: string })[] =>
  board.engines.flatMap(({ name, pairs }) => pairs.slice(0, 200).map((pair) => ({ ...pair, name })))
