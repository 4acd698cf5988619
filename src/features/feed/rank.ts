import type { Instant } from '#ground/clock/index.ts'
import { weights } from './weights.ts'

/** What ranking knows of a note: nothing that the note's page would not show. */
export interface Candidate {
  id: string
  authorId: string
  publishedAt: Instant
  quality: number
  language: string
  layerLanguages: readonly string[]
  topics: readonly string[]
}

export interface Taste {
  topics: ReadonlySet<string>
  people: ReadonlySet<string>
  reads: ReadonlySet<string>
  now: Instant
  seed: number
}

export type Reason = { code: 'topic'; topic: string } | { code: 'person' } | { code: 'quality' } | { code: 'new' }

export interface Ranked extends Candidate {
  value: number
  reason: Reason
}

const HOUR_MS = 3_600_000

/** A number in [0, 1) that depends on the seed and the id alone (FNV-1a). */
export function draw(seed: number, id: string): number {
  let hash = (2_166_136_261 ^ seed) >>> 0
  for (let i = 0; i < id.length; i += 1) {
    hash ^= id.charCodeAt(i)
    hash = Math.imul(hash, 16_777_619) >>> 0
  }
  hash ^= hash >>> 15
  return (Math.imul(hash, 2_246_822_519) >>> 0) / 0x1_0000_0000
}

const canRead = (note: Candidate, reads: ReadonlySet<string>): boolean =>
  reads.has(note.language) || note.layerLanguages.some((language) => reads.has(language))

/** What a note is worth to a reader, taken apart: `quality × freshness × (1 + topic + person + readable)`. */
export interface Parts {
  quality: number
  /** 1 when it is new, halves every `halfLifeHours`. */
  freshness: number
  topic: number
  person: number
  readable: number
  /** Topics of the note that the reader follows. */
  matching: string[]
}

export function partsOf(note: Candidate, taste: Omit<Taste, 'seed'>): Parts {
  const age = Math.max(0, taste.now.getTime() - note.publishedAt.getTime()) / HOUR_MS
  const matching = note.topics.filter((topic) => taste.topics.has(topic))
  return {
    quality: note.quality,
    freshness: 0.5 ** (age / weights.halfLifeHours),
    topic: matching.length === 0 ? 0 : weights.followedTopic * (1 + 0.5 * Math.min(1, matching.length - 1)),
    person: taste.people.has(note.authorId) ? weights.followedPerson : 0,
    readable: canRead(note, taste.reads) ? weights.readable : 0,
    matching,
  }
}

/** Recency × quality × match, with the largest part of it as the reason that is shown. */
export function worth(note: Candidate, taste: Taste): Ranked {
  const parts = partsOf(note, taste)
  const match = parts.topic + parts.person + parts.readable
  const value = parts.quality * parts.freshness * (1 + match) * (1 - weights.chance * draw(taste.seed, note.id))
  return { ...note, value, reason: reasonOf(parts) }
}

export function reasonOf({ matching: [followed], topic, person, freshness }: Parts): Reason {
  if (followed !== undefined && topic >= person) return { code: 'topic', topic: followed }
  if (person > 0) return { code: 'person' }
  return freshness > 0.8 ? { code: 'new' } : { code: 'quality' }
}

/** Highest value first; ties by id, so that the order is total. */
export const rank = (notes: readonly Candidate[], taste: Taste): Ranked[] =>
  notes.map((note) => worth(note, taste)).sort((a, b) => b.value - a.value || (a.id < b.id ? 1 : -1))
