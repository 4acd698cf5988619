/** One topic as it was made. `rank` orders: the smaller one gives the group its address. */
export interface Node {
  id: string
  /** Concepts of the seed stand before members' topics. */
  seeded: boolean
  /** ms since 1970 */
  madeAt: number
}

/** Two topics that readers found to be one. */
export interface Same {
  a: string
  b: string
  /** ms since 1970 */
  at: number
}

export type Apart = readonly [string, string]

const byAge = (a: Node, b: Node): number => Number(b.seeded) - Number(a.seeded) || a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)
const byTime = (x: Same, y: Same): number => x.at - y.at || (x.a + x.b < y.a + y.b ? -1 : 1)

/**
 * Which topic answers for each: its *head*. A pure function of what was found, so taking a finding back leaves exactly what was there before it.
 * Findings join groups, the older first; one that would bring two topics into a group that were found not to be the same is passed over, and
 * counts again as soon as it no longer would. Findings about topics that are not among `nodes` are passed over.
 */
export function headsOf(nodes: readonly Node[], same: readonly Same[], apart: readonly Apart[]): Map<string, string> {
  const groups = new Map(nodes.map((node) => [node.id, [node.id]]))
  const foes = new Map<string, Set<string>>()
  for (const [a, b] of apart) {
    foes.set(a, (foes.get(a) ?? new Set()).add(b))
    foes.set(b, (foes.get(b) ?? new Set()).add(a))
  }
  for (const { a, b } of same.toSorted(byTime)) {
    const [left, right] = [groups.get(a), groups.get(b)]
    if (!left || !right || left === right) continue
    if (left.some((one) => right.some((other) => foes.get(one)?.has(other)))) continue
    left.push(...right)
    for (const id of right) groups.set(id, left)
  }
  const order = new Map(nodes.toSorted(byAge).map((node, place) => [node.id, place]))
  const first = (group: readonly string[]) => group.reduce((a, b) => ((order.get(a) ?? 0) <= (order.get(b) ?? 0) ? a : b))
  return new Map([...groups].map(([id, group]) => [id, first(group)]))
}
