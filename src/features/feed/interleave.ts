/**
 * Interleaves notes of several languages in proportion to √n, each in its own order, so that the larger language cannot drown the
 * smaller: of two, the smaller has at least 30 % of the first 20 when it has the notes.
 */
export function interleave<T>(groups: readonly (readonly T[])[], leastShare = 0.3): T[] {
  const shares = sharesOf(
    groups.map((group) => Math.sqrt(group.length)),
    Math.min(leastShare, 1 / Math.max(1, groups.length)),
  )
  const mixed: T[] = []
  const taken = groups.map(() => 0)
  const length = groups.reduce((sum, group) => sum + group.length, 0)
  while (mixed.length < length) {
    // Sainte-Laguë's idea: the group that is furthest behind its share comes next.
    let best = -1
    for (let i = 0; i < groups.length; i += 1) {
      if ((taken[i] ?? 0) >= (groups[i]?.length ?? 0)) continue
      const behind = ((taken[i] ?? 0) + 1) / (shares[i] ?? 1)
      if (best === -1 || behind < ((taken[best] ?? 0) + 1) / (shares[best] ?? 1)) best = i
    }
    const next = groups[best]?.[taken[best] ?? 0]
    taken[best] = (taken[best] ?? 0) + 1
    mixed.push(next as T)
  }
  return mixed
}

/** Weights as shares of one; who would have less than `floor` gets it, and the others share what is left. */
function sharesOf(weights: readonly number[], floor: number): number[] {
  const total = weights.reduce((a, b) => a + b, 0) || 1
  const small = weights.map((weight) => weight > 0 && weight / total < floor)
  const rest = 1 - floor * small.filter(Boolean).length
  const large = weights.reduce((sum, weight, i) => sum + (small[i] ? 0 : weight), 0) || 1
  return weights.map((weight, i) => (small[i] ? floor : (weight / large) * rest))
}
