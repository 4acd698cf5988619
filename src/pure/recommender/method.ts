import type { Content } from './content.ts'
import type { Crew } from './crew.ts'
import type { Interactions } from './matrix.ts'
import type { EngineModel } from './serving/model.ts'

/** A trained way to tell what a reader may like. It sees a reader only as what they have done, so that a like counts at once. */
export interface Scorer {
  /** Writes a score for each item into `scores` (length: items); higher is better, and only the order and the distances count. */
  score(acts: Uint32Array, scores: Float32Array): void
  /** When that is all it knows: threads can then rank by it. */
  model?: EngineModel
}

export interface Training {
  /** Decides everything that is drawn by lot. */
  seed: number
  /** What the items say of themselves, a row for each item of the interactions; null: nothing is known. */
  content: Content | null
  /** Who does the heavy work. */
  crew: Crew
}

export type Method = (interactions: Interactions, training: Training) => Scorer | Promise<Scorer>
