import { countsOf } from '../matrix.ts'
import type { Method } from '../method.ts'

/** What most have done, the same for everybody. */
export const popularity: Method = (interactions) => {
  const counts = countsOf(interactions)
  return { score: (_, scores) => scores.set(counts) }
}
