import type { OpenFeed } from '../measure.ts'
import { type EngineOptions, engine } from './engine.ts'
import { newest } from './newest.ts'
import { oracle } from './oracle.ts'
import { popularity } from './popularity.ts'

/** What every scenario is held against. */
export const BASELINES: Readonly<Record<'popularity' | 'popularity of all' | 'newest' | 'oracle', OpenFeed>> = {
  popularity: (world, place) => popularity(world, place),
  'popularity of all': (world, place) => popularity(world, place, { everyone: true }),
  newest: (world, place) => newest(world, place),
  oracle: (world, place) => oracle(world, place),
}

/** The engine of Discover. */
export const engineWith =
  (options: EngineOptions): OpenFeed =>
  (world, place) =>
    engine(world, place, options)
