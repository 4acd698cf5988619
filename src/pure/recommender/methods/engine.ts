import type { Method } from '../method.ts'
import { scorerOfModel } from '../rank-rows.ts'
import { trainEngine } from './train-engine.ts'

/** What Commonplace ranks with (`serving/second-stage.ts`), asked for all items, each measured against all. */
export const engine: Method = async (interactions, training) =>
  scorerOfModel(await trainEngine(interactions, training, { reference: Number.POSITIVE_INFINITY, learns: true }))
