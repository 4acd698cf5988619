import type { Method } from '../method.ts'
import { ease, MOST_ITEMS } from './ease.ts'
import { engine } from './engine.ts'
import { ials } from './ials.ts'
import { itemKnn } from './item-knn.ts'
import { popularity } from './popularity.ts'

interface Offered {
  method: Method
  /** Above, it is not run. */
  mostItems?: number
}

/** Under the names that `commonplace evaluate --method` knows. */
export const METHODS = {
  pop: { method: popularity },
  itemknn: { method: itemKnn },
  ease: { method: ease, mostItems: MOST_ITEMS },
  ials: { method: ials },
  engine: { method: engine },
} as const satisfies Record<string, Offered>

export type MethodName = keyof typeof METHODS
