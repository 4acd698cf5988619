import type { Ranked } from './rank.ts'
import { composition } from './weights.ts'

export interface Rules {
  slots: number
  reads: ReadonlySet<string>
}

/**
 * Cuts a ranking into pages of `slots` notes: an author has ≤ 2 on a page, a first topic ≤ 4, and other languages keep ≥ 2 when there
 * are such notes. What a rule holds back comes on a later page; the rules give way only when a page could not be filled otherwise.
 * Nothing is lost and nothing comes twice: the pages together are the ranking.
 */
export function* pages(ranking: readonly Ranked[], { slots, reads }: Rules): Generator<Ranked[]> {
  let left = [...ranking]
  while (left.length > 0) {
    const page = onePage(left, slots, reads)
    const taken = new Set(page)
    left = left.filter((note) => !taken.has(note))
    yield page
  }
}

function onePage(left: readonly Ranked[], slots: number, reads: ReadonlySet<string>): Ranked[] {
  const authors = new Map<string, number>()
  const topics = new Map<string, number>()
  const page: Ranked[] = []
  const fits = (note: Ranked) =>
    (authors.get(note.authorId) ?? 0) < composition.perAuthor && (topics.get(note.topics[0] ?? note.id) ?? 0) < composition.perTopic
  const take = (note: Ranked) => {
    page.push(note)
    authors.set(note.authorId, (authors.get(note.authorId) ?? 0) + 1)
    const topic = note.topics[0] ?? note.id
    topics.set(topic, (topics.get(topic) ?? 0) + 1)
  }
  const isOther = (note: Ranked) => !reads.has(note.language)
  const others = left.filter(isOther)
  const promised = Math.min(composition.otherLanguages, others.length, slots)
  for (const note of left) {
    if (page.length === slots) break
    const open = slots - page.length
    const owed = promised - page.filter(isOther).length
    if (fits(note) && (owed < open || isOther(note))) take(note)
  }
  // A small place cannot keep every rule: better a full page than half of one, but never a third note by one author.
  for (const note of left) {
    if (page.length === slots) break
    if (!page.includes(note) && (authors.get(note.authorId) ?? 0) < composition.perAuthor) take(note)
  }
  return page.length > 0 ? page : left.slice(0, 1)
}

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
