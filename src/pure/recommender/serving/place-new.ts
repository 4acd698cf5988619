import { kinFinder } from '../kin.ts'
import { listsOf } from '../lists.ts'
import type { EngineModel, NewItem } from './model.ts'

/**
 * Places items that came after training by what they say of themselves. Terms that the model does not know say nothing; an item without any
 * that it knows has no place (null).
 */
export function placingNew({ items, content, factors, roots }: EngineModel): (terms: Iterable<number>) => NewItem | null {
  if (!content) return () => null
  const { ridge, rarity, holders } = content
  const findKin = kinFinder(holders, items, (item) => (roots[item] as number) > 0)
  return (given) => {
    const terms = [...new Set(given)].filter((term) => (rarity[term] ?? 0) > 0).sort((a, b) => a - b)
    if (terms.length === 0) return null
    const length = Math.hypot(...terms.map((term) => rarity[term] as number))
    const lists = listsOf([terms.map((term) => [term, (rarity[term] as number) / length] as const)])
    const vector = new Float32Array(factors.width)
    for (const [at, term] of terms.entries())
      for (let i = 0, from = term * factors.width; i < factors.width; i++) (vector[i] as number) += (lists.weights[at] as number) * (ridge[from + i] as number)
    return { vector, terms: lists, kin: listsOf([findKin({ lists, row: 0 }, -1)]) }
  }
}
