import { addRow, clearRow, type GrowingLists, timesRow } from '../lists.ts'
import type { Acts } from './acts.ts'

/** Asks one thing of one item after the other, for one reader. */
export type Asked = (item: number) => number
/** One way to tell what a reader may like, from what they did; an answer holds until the next reader is asked for. */
export type Part = (acts: Acts) => Asked

/** A near neighbour counts more than several distant ones. */
const SHARPNESS = 2

const each = ({ items, weights }: Acts, work: (item: number, weight: number) => void): void => {
  for (let at = 0; at < items.length; at++) work(items[at] as number, weights[at] as number)
}

/** Sums rows of acts into one vector that is empty again before the next reader. */
export function summed(lists: GrowingLists, columns: number): (acts: Acts) => Float32Array {
  const sums = new Float32Array(columns)
  let last: Acts | undefined
  return (acts) => {
    if (acts === last) return sums
    if (last) each(last, (item) => lists.at(item, (of, row) => clearRow(of, row, sums), undefined))
    each(acts, (item, weight) => lists.at(item, (of, row) => addRow(of, row, weight, sums), undefined))
    last = acts
    return sums
  }
}

/** How well an item's terms match those of what the reader has done, all in one profile. */
export function topicProfile(terms: GrowingLists, count: number): Part {
  const profileOf = summed(terms, count)
  return (acts) => {
    const profile = profileOf(acts)
    return (item) => terms.at(item, (of, row) => timesRow(of, row, profile), 0)
  }
}

/** How near an item's terms are to those of each single thing that the reader has done (cosine, squared): a small passion is not averaged away. */
export function contentNeighbours(terms: GrowingLists, count: number): Part {
  // By term: the first of a chain of acts that have it.
  const first = new Int32Array(count).fill(-1)
  let [next, holder, share] = [new Int32Array(1024), new Uint32Array(1024), new Float32Array(1024)]
  let length = 0
  const touched: number[] = []
  const put = (term: number, act: number, weight: number) => {
    if (length === next.length) {
      const grown = <T extends Int32Array | Uint32Array | Float32Array>(array: T): T => {
        const larger = new (array.constructor as new (length: number) => T)(2 * array.length)
        larger.set(array)
        return larger
      }
      ;[next, holder, share] = [grown(next), grown(holder), grown(share)]
    }
    if (first[term] === -1) touched.push(term)
    next[length] = first[term] as number
    holder[length] = act
    share[length] = weight
    first[term] = length++
  }
  return (acts) => {
    for (const term of touched.splice(0)) first[term] = -1
    length = 0
    for (let act = 0; act < acts.items.length; act++)
      terms.at(
        acts.items[act] as number,
        ({ starts, columns, weights }, row) => {
          for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
            if (weights[at] !== 0) put(columns[at] as number, act, weights[at] as number)
        },
        undefined,
      )
    const cosines = new Float32Array(acts.items.length)
    const met: number[] = []
    return (item) =>
      terms.at(
        item,
        ({ starts, columns, weights }, row) => {
          met.length = 0
          for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
            for (let place = first[columns[at] as number] as number; place >= 0; place = next[place] as number) {
              const act = holder[place] as number
              if (cosines[act] === 0) met.push(act)
              ;(cosines[act] as number) += (weights[at] as number) * (share[place] as number)
            }
          let sum = 0
          for (const act of met) {
            sum += (acts.weights[act] as number) * (cosines[act] as number) ** SHARPNESS
            cosines[act] = 0
          }
          return sum
        },
        0,
      )
  }
}

/** Products of a reader's vector with factors that terms stand for (ridge: CB2CF kind), each worked out when it is first asked for. */
export function throughTerms(terms: GrowingLists, ridge: Float32Array, width: number, vectorOf: (acts: Acts) => Float32Array): Part {
  const gains = new Float32Array(width === 0 ? 0 : ridge.length / width)
  return (acts) => {
    const vector = vectorOf(acts)
    gains.fill(Number.NaN)
    const gain = (term: number) => {
      const known = gains[term] as number
      if (!Number.isNaN(known)) return known
      let sum = 0
      for (let i = 0, from = term * width; i < width; i++) sum += (vector[i] as number) * (ridge[from + i] as number)
      gains[term] = sum
      return sum
    }
    return (item) =>
      terms.at(
        item,
        ({ starts, columns, weights }, row) => {
          let sum = 0
          for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) sum += (weights[at] as number) * gain(columns[at] as number)
          return sum
        },
        0,
      )
  }
}
