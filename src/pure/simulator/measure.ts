import type { Crew } from '#pure/recommender/index.ts'
import type { Feed } from './feeds/feed.ts'
import { newest } from './feeds/newest.ts'
import { emptyPlace, type Place } from './place.ts'
import { run } from './run.ts'
import { type Figures, type Tally, tallyOf } from './tally.ts'
import { WARM_DAYS, type World, type WorldOptions, worldOf } from './world.ts'

export interface Played {
  world: World
  place: Place
  tally: Tally
  figures: Figures
}

export type OpenFeed = (world: World, place: Place) => Feed

/** What every scenario is handed. */
export interface Setting {
  seed: number
  readers: number
  days: number
  authors?: number
  /** Who does the heavy work of training. */
  crew: Crew
  /** Told what begins now. */
  said?: (what: string) => void
}

/** A world of its own, the same for the same options, with a history by time alone; then `open`'s feed for all its days. */
export async function play(options: WorldOptions, open: OpenFeed): Promise<Played> {
  const world = worldOf(options)
  const place = emptyPlace(world)
  await run(world, place, newest(world, place), { from: -WARM_DAYS, to: 0 })
  const tally = tallyOf(world)
  await run(world, place, open(world, place), { from: 0, to: world.days, told: tally.count })
  return { world, place, tally, figures: tally.figures() }
}
