import { type Lists, listsOf } from './lists.ts'

const SHARPNESS = 1.5
/** Share of the sum of its neighbours' weights that an item's score is divided by: between a sum (0) and a mean (1). */
const EVENNESS = 0.7
const MOST_KIN = 50
/** A term that more items have says too little of who is kin, and would be asked of all of them for each. */
const MOST_HOLDERS = 4_000

/** What an item says of itself, as a row of its own or of a list. */
export interface Said {
  lists: Lists
  row: number
}

/**
 * Finds the items that are nearest in content and that `known` says have earned something by acts, with their shares of it: what a new item's
 * kin deserve, it may deserve. `holders`: a row a term. `self`: the item itself, which is not its own kin; −1 for one that came later.
 */
export function kinFinder(holders: Lists, items: number, known: (item: number) => boolean): (said: Said, self: number) => [item: number, share: number][] {
  const cosines = new Float32Array(items)
  const touched = new Uint32Array(items)
  return ({ lists: { starts, columns, weights }, row }, self) => {
    let count = 0
    for (let place = starts[row] as number; place < (starts[row + 1] as number); place++) {
      const [term, weight] = [columns[place] as number, weights[place] as number]
      const [from, to] = [holders.starts[term] as number, holders.starts[term + 1] as number]
      if (weight === 0 || to - from > MOST_HOLDERS) continue
      for (let at = from; at < to; at++) {
        const other = holders.columns[at] as number
        if (cosines[other] === 0) touched[count++] = other
        ;(cosines[other] as number) += weight * (holders.weights[at] as number)
      }
    }
    const near: [number, number][] = []
    for (const other of touched.subarray(0, count)) {
      if (other !== self && known(other)) near.push([other, (cosines[other] as number) ** SHARPNESS])
      cosines[other] = 0
    }
    const nearest = near.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_KIN)
    const total = nearest.reduce((sum, [, weight]) => sum + weight, 0) ** EVENNESS
    return nearest.map(([other, weight]) => [other, weight / total])
  }
}

/** The kin of all items: a row an item. */
export function kinOf(terms: Lists, holders: Lists, items: number, known: (item: number) => boolean): Lists {
  const find = kinFinder(holders, items, known)
  return listsOf(Array.from({ length: items }, (_, item) => find({ lists: terms, row: item }, item)))
}
