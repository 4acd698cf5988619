/** Order of what was found; pure. */

import type { Instant } from '#ground/clock/index.ts'
import type { Wanted, Why } from './question.ts'

/** A document and how it answers the question. */
export interface Candidate {
  kind: string
  id: string
  language: string
  createdAt: Instant
  /** For each word that was asked for: which of its ways this document takes, counted from 1; 0 for none. */
  met: readonly number[]
  /** The same, for its title alone. */
  titled: readonly number[]
}

export interface Found {
  kind: string
  id: string
  /** The least direct way by which a word of the question is met. */
  why: Why
  /** The word it was found by instead of the one that was written. */
  by: string | null
}

export const weights = {
  /** By the words themselves, a topic of that name, a word that sounds so, a word that means it. */
  ways: { text: 1, topic: 1.2, reading: 0.5, dictionary: 0.3 },
  /** How well the words are met, as a mean of those. */
  met: 2.5,
  /** Share of the question that stands in the title. */
  title: 2,
  /** Halves each `halfLifeDays`. */
  fresh: 1,
  halfLifeDays: 45,
  /** In a language the reader reads. */
  language: 0.5,
} as const

const DAY_MS = 86_400_000
/** The least direct last. */
const DIRECT: readonly Why[] = ['text', 'topic', 'reading', 'dictionary']

export interface By {
  wanted: readonly Wanted[]
  reads: ReadonlySet<string>
  now: Instant
}

/** Mean over the words asked for of what `met` says of each: 0 to 1.2. */
const share = (met: readonly number[], wanted: readonly Wanted[]): number =>
  met.reduce((sum, way, at) => sum + (weights.ways[wanted[at]?.ways[way - 1]?.why as Why] ?? 0), 0) / Math.max(1, wanted.length)

export function scoreOf({ met, titled, createdAt, language }: Candidate, { wanted, reads, now }: By): number {
  const age = Math.max(0, now.getTime() - createdAt.getTime()) / DAY_MS
  return (
    // Freshness lifts nothing that answers badly above what answers well.
    share(met, wanted) * (weights.met + weights.fresh * 0.5 ** (age / weights.halfLifeDays)) +
    weights.title * share(titled, wanted) +
    (reads.has(language) ? weights.language : 0)
  )
}

function reasonOf({ met }: Candidate, wanted: readonly Wanted[]): { why: Why; by: string | null } {
  const ways = met.flatMap((way, at) => wanted[at]?.ways[way - 1] ?? [])
  const least = ways.toSorted((a, b) => DIRECT.indexOf(b.why) - DIRECT.indexOf(a.why))[0]
  return { why: least?.why ?? 'text', by: least?.by ?? null }
}

const isWhole = ({ met }: Candidate): boolean => met.every((way) => way > 0)

/** Best first, what answers only a part of the question after all that answers it; a thing found twice counts once. Ties by id, so that the order is total. */
export function rank(candidates: readonly Candidate[], by: By): Found[] {
  const once = new Map(candidates.map((one) => [`${one.kind} ${one.id}`, { one, score: scoreOf(one, by) }]))
  return [...once.values()]
    .sort((a, b) => Number(isWhole(b.one)) - Number(isWhole(a.one)) || b.score - a.score || (a.one.id < b.one.id ? 1 : -1))
    .map(({ one }) => ({ kind: one.kind, id: one.id, ...reasonOf(one, by.wanted) }))
}
