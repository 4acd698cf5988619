/** Order of what was found; pure. */

import type { Instant } from '#ground/clock/index.ts'

export interface Found {
  kind: string
  id: string
  /** How many of the query's words stand in its title. */
  inTitle: number
  language: string
  createdAt: Instant
  /** By the words themselves, or because a topic of that name is on it. */
  why: 'text' | 'topic'
}

export const weights = {
  /** Share of the query's terms that stand in the title. */
  title: 2,
  text: 1,
  topic: 1.2,
  /** Halves each `halfLifeDays`. */
  fresh: 1,
  halfLifeDays: 45,
  /** In a language the reader reads. */
  language: 0.5,
} as const

const DAY_MS = 86_400_000

export function scoreOf(found: Found, { words, reads, now }: { words: number; reads: ReadonlySet<string>; now: Instant }): number {
  const inTitle = found.inTitle / Math.max(1, words)
  const age = Math.max(0, now.getTime() - found.createdAt.getTime()) / DAY_MS
  return (
    (found.why === 'topic' ? weights.topic : weights.text) +
    weights.title * inTitle +
    weights.fresh * 0.5 ** (age / weights.halfLifeDays) +
    (reads.has(found.language) ? weights.language : 0)
  )
}

/** Best first; a thing found both ways counts once, by its better reason. Ties by id, so that the order is total. */
export function rank(found: Found[], by: { words: number; reads: ReadonlySet<string>; now: Instant }): Found[] {
  const best = new Map<string, { one: Found; score: number }>()
  for (const one of found) {
    const score = scoreOf(one, by)
    const key = `${one.kind} ${one.id}`
    if ((best.get(key)?.score ?? Number.NEGATIVE_INFINITY) < score) best.set(key, { one, score })
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? 1 : -1)).map(({ one }) => one)
}
