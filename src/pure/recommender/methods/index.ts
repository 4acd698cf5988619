import type { Content } from '../content.ts'
import { IALS_DEFAULTS } from '../ials-options.ts'
import type { Interactions } from '../matrix.ts'
import type { Method, Scorer, Training } from '../method.ts'
import { nearInContent, topicMatch } from './content-alone.ts'
import { ease, MOST_ITEMS } from './ease.ts'
import { engine } from './engine.ts'
import { factorise, ials } from './ials.ts'
import { itemKnn } from './item-knn.ts'
import { popularity } from './popularity.ts'
import { ridgeScorer } from './ridge.ts'

export interface Offered {
  method: Method
  /** Above, it is not run. */
  mostItems?: number
  /** It knows items only by what they say of themselves. */
  needsContent?: true
}

const fromContent = (method: (content: Content, interactions: Interactions, training: Training) => Scorer | Promise<Scorer>): Offered => ({
  needsContent: true,
  method: (interactions, training) => {
    if (!training.content) throw new RangeError('nothing is known of the items')
    return method(training.content, interactions, training)
  },
})

/** Keeps the names, and one type for all. */
const byName = <Name extends string>(methods: Record<Name, Offered>): Record<Name, Offered> => methods

/** Under the names that `commonplace evaluate --method` knows. */
export const METHODS = byName({
  pop: { method: popularity },
  itemknn: { method: itemKnn },
  ease: { method: ease, mostItems: MOST_ITEMS },
  ials: { method: ials },
  topics: fromContent(topicMatch),
  content: fromContent(nearInContent),
  ridge: fromContent(async (content, interactions, { seed, crew }) =>
    ridgeScorer(content, interactions, await factorise(interactions, seed, { ...IALS_DEFAULTS, dimensions: 128 }, crew)),
  ),
  engine: { method: engine },
})

export type MethodName = keyof typeof METHODS
