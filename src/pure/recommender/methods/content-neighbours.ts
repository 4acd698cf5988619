import { type Content, weightsOf } from '../content.ts'
import { rowOf, transposed } from '../matrix.ts'
import type { Scorer } from '../method.ts'

/** A near neighbour counts more than several distant ones. */
const SHARPNESS = 2
const KIN_SHARPNESS = 1.5
/** Share of the sum of its neighbours' weights that an item's score is divided by: between a sum (0) and a mean (1). */
const EVENNESS = 0.7
const MOST_KIN = 50

/** Calls back with every item that shares a term with `item`, and their cosine, > 0; in no order. */
function similarTo(content: Content): (item: number, each: (other: number, cosine: number) => void) => void {
  const { terms } = content
  const holders = transposed(terms)
  const weights = new Float32Array(content.weights.length)
  const next = holders.starts.slice()
  for (let item = 0; item < terms.readers; item++) {
    const row = weightsOf(content, item)
    for (const [at, term] of rowOf(terms, item).entries()) weights[(next[term] as number)++] = row[at] as number
  }
  const cosines = new Float32Array(terms.readers)
  const touched = new Uint32Array(terms.readers)
  return (item, each) => {
    let count = 0
    const row = weightsOf(content, item)
    for (const [place, term] of rowOf(terms, item).entries()) {
      const weight = row[place] as number
      if (weight === 0) continue
      for (let at = holders.starts[term] as number; at < (holders.starts[term + 1] as number); at++) {
        const other = holders.columns[at] as number
        if (cosines[other] === 0) touched[count++] = other
        ;(cosines[other] as number) += weight * (weights[at] as number)
      }
    }
    for (const other of touched.subarray(0, count)) {
      const cosine = cosines[other] as number
      cosines[other] = 0
      each(other, cosine)
    }
  }
}

/** How near each item's terms are to those of each single thing that the reader has done: a small passion is not averaged away. */
export function contentNeighbours(content: Content): Scorer {
  const similar = similarTo(content)
  return {
    score(acts, scores) {
      scores.fill(0)
      for (const act of acts)
        similar(act, (other, cosine) => {
          ;(scores[other] as number) += cosine ** SHARPNESS
        })
    },
  }
}

/**
 * Hands a score that items earned by acts on to those nearest in content: what a new item's kin deserve, it may deserve. Only items that
 * `known` says have earned one are asked.
 */
export function throughKin(content: Content, known: (item: number) => boolean): (earned: Float32Array, scores: Float32Array) => void {
  const similar = similarTo(content)
  const items = content.terms.readers
  const starts = new Uint32Array(items + 1)
  const kin: number[] = []
  const shares: number[] = []
  for (let item = 0; item < items; item++) {
    const near: [number, number][] = []
    similar(item, (other, cosine) => {
      if (other !== item && known(other)) near.push([other, cosine ** KIN_SHARPNESS])
    })
    const nearest = near.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_KIN)
    const total = nearest.reduce((sum, [, weight]) => sum + weight, 0) ** EVENNESS
    for (const [other, weight] of nearest) {
      kin.push(other)
      shares.push(weight / total)
    }
    starts[item + 1] = kin.length
  }
  const [others, weights] = [Uint32Array.from(kin), Float32Array.from(shares)]
  return (earned, scores) => {
    for (let item = 0; item < items; item++) {
      let sum = 0
      for (let at = starts[item] as number; at < (starts[item + 1] as number); at++) sum += (weights[at] as number) * (earned[others[at] as number] as number)
      scores[item] = sum
    }
  }
}
