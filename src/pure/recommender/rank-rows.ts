import { type Interactions, rowOf } from './matrix.ts'
import type { Scorer } from './method.ts'
import { plainActs } from './serving/acts.ts'
import type { EngineModel } from './serving/model.ts'
import { engineOf } from './serving/second-stage.ts'
import { topOf } from './top.ts'

/** Readers to rank for, and where the first `k` of each go. */
export interface Ranking {
  train: Interactions
  /** Who is asked for: rows of `train`. */
  readers: Uint32Array
  /** 1 for items that are ranked; null: all. */
  isRanked: Uint8Array | null
  k: number
  /** readers × k items, best first. */
  tops: Uint32Array
  /** How many of the k there are. */
  lengths: Uint32Array
}

/** Everything but what the reader had done before, by the scorer. */
export function rankWith({ score }: Pick<Scorer, 'score'>, { train, readers, isRanked, k, tops, lengths }: Ranking, from: number, to: number): void {
  const scores = new Float32Array(train.items)
  for (let at = from; at < to; at++) {
    const acts = rowOf(train, readers[at] as number)
    score(acts, scores)
    for (const act of acts) scores[act] = Number.NEGATIVE_INFINITY
    if (isRanked) for (let item = 0; item < scores.length; item++) if (isRanked[item] === 0) scores[item] = Number.NEGATIVE_INFINITY
    const top = topOf(scores, k)
    tops.set(top, at * k)
    lengths[at] = top.length
  }
}

/** A scorer of all items by a model. */
export function scorerOfModel(model: EngineModel): Scorer {
  const { score } = engineOf(model)
  const all = Uint32Array.from({ length: model.items }, (_, item) => item)
  const items = model.reference.length === model.items ? model.reference : all
  return { model, score: (acts, scores) => scores.set(score(plainActs(acts), items).score) }
}

/** The same by a model, in whatever thread. */
export const rankRows = ({ model, ...ranking }: Ranking & { model: EngineModel }, from: number, to: number): void =>
  rankWith(scorerOfModel(model), ranking, from, to)
