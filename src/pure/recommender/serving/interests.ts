import type { Acts } from './acts.ts'

/** Interests of one reader; with the reader's own vector they fit into one question. */
export const MOST_INTERESTS = 3
/** Likes that an interest needs. */
const FEWEST = 3
/** Of the latest likes, so many are looked at. */
const LATEST = 40
/** Two groups whose likes are at least so near on average (cosine) are one interest. */
const NEAR = 0.25

/** The cosine of each item with each other: items × items. */
function cosines(items: readonly number[], vector: (item: number, into: Float32Array) => void, width: number): Float64Array {
  const rows = items.map((item) => {
    const row = new Float32Array(width)
    vector(item, row)
    const length = Math.hypot(...row) || 1
    return row.map((value) => value / length)
  })
  const table = new Float64Array(items.length ** 2)
  for (const [a, left] of rows.entries())
    for (let b = 0; b < a; b++) {
      const right = rows[b] as Float32Array
      let sum = 0
      for (let i = 0; i < width; i++) sum += (left[i] as number) * (right[i] as number)
      table[a * items.length + b] = sum
      table[b * items.length + a] = sum
    }
  return table
}

/** The nearest pair of groups by the mean cosine between their members; of equal ones the first. */
function nearestPair(groups: readonly number[][], table: Float64Array, width: number): { a: number; b: number; near: number } {
  let best = { a: 0, b: 0, near: Number.NEGATIVE_INFINITY }
  for (let a = 0; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++) {
      const [left, right] = [groups[a] as number[], groups[b] as number[]]
      let sum = 0
      for (const i of left) for (const j of right) sum += table[i * width + j] as number
      const near = sum / (left.length * right.length)
      if (near > best.near) best = { a, b, near }
    }
  return best
}

/**
 * Groups of likes that belong together, so that a small passion is not averaged away (as in PinnerSage: Pal et al. 2020): the nearest two
 * groups become one (average linkage) until none are near; those of three likes and more, largest first, ≤ MOST_INTERESTS. One interest
 * alone is the reader's own vector, so there are none or at least two. The same likes give the same interests.
 *
 * `latest`: items of the reader's likes, newest first. `vector` writes an item's vector of `width` numbers.
 */
export function interestsOf(acts: Acts, latest: readonly number[], width: number, vector: (item: number, into: Float32Array) => void): Acts[] {
  const weightOf = new Map(Array.from(acts.items, (item, at) => [item, acts.weights[at] as number]))
  const liked = [...new Set(latest)].filter((item) => (weightOf.get(item) ?? 0) > 0).slice(0, LATEST)
  const items = liked.sort((a, b) => a - b)
  const table = cosines(items, vector, width)
  const groups = items.map((_, at) => [at])
  while (groups.length > 1) {
    const { a, b, near } = nearestPair(groups, table, items.length)
    if (near < NEAR) break
    const [joined = []] = groups.splice(b, 1)
    groups[a] = [...(groups[a] as number[]), ...joined].sort((x, y) => x - y)
  }
  const large = groups.filter((group) => group.length >= FEWEST).sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number))
  if (large.length < 2) return []
  return large.slice(0, MOST_INTERESTS).map((group) => {
    const members = group.map((at) => items[at] as number)
    return { items: Uint32Array.from(members), weights: Float64Array.from(members, (item) => weightOf.get(item) as number) }
  })
}
