/** Share of what was held out that stands among the first k, 0 … 1. */
export function recall(ranked: ArrayLike<number>, wanted: ReadonlySet<number>, k: number): number {
  let hits = 0
  for (let at = 0; at < Math.min(k, ranked.length); at++) if (wanted.has(ranked[at] as number)) hits++
  return hits / wanted.size
}

/** Normalised discounted gain of the first k, 0 … 1: binary, log2, the ideal over min(k, held out) (Järvelin and Kekäläinen 2002). */
export function ndcg(ranked: ArrayLike<number>, wanted: ReadonlySet<number>, k: number): number {
  let gain = 0
  for (let at = 0; at < Math.min(k, ranked.length); at++) if (wanted.has(ranked[at] as number)) gain += 1 / Math.log2(at + 2)
  let ideal = 0
  for (let at = 0; at < Math.min(k, wanted.size); at++) ideal += 1 / Math.log2(at + 2)
  return gain / ideal
}

/** How unevenly shown: 0 when all are shown alike, near 1 when one takes everything. */
export function gini(shown: ArrayLike<number>): number {
  const sorted = Float64Array.from(shown).sort()
  let [total, weighted] = [0, 0]
  for (const [at, count] of sorted.entries()) {
    total += count
    weighted += (2 * (at + 1) - sorted.length - 1) * count
  }
  return total === 0 ? 0 : weighted / (sorted.length * total)
}
