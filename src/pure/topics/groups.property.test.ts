import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Apart, headsOf, type Node, type Same } from './groups.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const id = fc.constantFrom(...ids)
const nodes: Node[] = ids.map((one, i) => ({ id: one, seeded: i === 3, madeAt: 10 - i }))
const pair = fc.tuple(id, id).filter(([a, b]) => a !== b)
const same = fc.array(
  fc.tuple(pair, fc.integer({ min: 0, max: 5 })).map(([[a, b], at]): Same => ({ a, b, at })),
  { maxLength: 10 },
)
const apart = fc.array(
  pair.map((one): Apart => one),
  { maxLength: 6 },
)
const groups = (heads: Map<string, string>) =>
  Map.groupBy(heads, ([, head]) => head)
    .values()
    .map((group) => group.map(([one]) => one))

test('topics that were found apart are never in one group, and a head is of its own group', () => {
  fc.assert(
    fc.property(same, apart, (found, kept) => {
      const heads = headsOf(nodes, found, kept)
      for (const [a, b] of kept) expect(heads.get(a) === heads.get(b)).toBe(false)
      for (const head of heads.values()) expect(heads.get(head)).toBe(head)
    }),
  )
})

test('the order in which findings are told does not matter', () => {
  fc.assert(
    fc.property(same, apart, (found, kept) => {
      expect(headsOf(nodes, found.toReversed(), kept.toReversed())).toEqual(headsOf(nodes.toReversed(), found, kept))
    }),
  )
})

test('what is joined is joined by a path of findings, and without findings everything stands alone', () => {
  fc.assert(
    fc.property(same, apart, (found, kept) => {
      for (const group of groups(headsOf(nodes, found, kept))) {
        const reached = new Set(group.slice(0, 1))
        for (let grown = true; grown; ) {
          const before = reached.size
          for (const { a, b } of found) if (reached.has(a) || reached.has(b)) for (const one of [a, b]) if (group.includes(one)) reached.add(one)
          grown = reached.size > before
        }
        expect(reached).toEqual(new Set(group))
      }
      expect([...headsOf(nodes, [], kept)].every(([one, head]) => one === head)).toBe(true)
    }),
  )
})
