import type { Due, Found, Millis, Reader } from '../page/types.ts'
import { seeded } from '../random.ts'
import type { Floor } from './floor.ts'
import { counts } from './settle.ts'

/** A floor with what the page would show of its note. */
export interface Owing extends Floor {
  note: string
  author: string
  /** BCP 47 tag of the original. */
  language: string
  /** Languages of its layers. */
  layers: readonly string[]
  topics: readonly string[]
}

/** How near a note is to a reader: 1 with a topic they follow in words they read, less without one of both, never 0. */
const NEAR = { topic: 0.5, readable: 0.3, any: 0.2 } as const

export const isAcross = (reads: ReadonlySet<string>, language: string): boolean => !reads.has(language)

export function relevance({ language, layers, topics }: Pick<Owing, 'language' | 'layers' | 'topics'>, reader: Pick<Reader, 'topics' | 'reads'>): number {
  const isReadable = reader.reads.has(language) || layers.some((layer) => reader.reads.has(layer))
  return NEAR.any + (isReadable ? NEAR.readable : 0) + (topics.some((topic) => reader.topics.has(topic)) ? NEAR.topic : 0)
}

/**
 * Share that is owed still, over the share of its time that is left, from 0 (all was given) over ½ (just in time) to 1 (time is up).
 * Nothing is needed before it starts and once it is over.
 */
export function need(floor: Floor, now: Millis): number {
  if (floor.state !== 'open' || now < floor.startsAt || now >= floor.dueAt) return 0
  const owed = (floor.owed - floor.given) / floor.owed
  const left = (floor.dueAt - now) / (floor.dueAt - floor.startsAt)
  return owed / (owed + left)
}

/**
 * Notes whose floor this reader may pay now, at most `limit`, never two by one author. Drawn by lot with odds of need² × relevance, so that not
 * everybody is shown the same one (Efraimidis and Spirakis 2006); the same seed over the same floors draws the same.
 */
export function dueFor(
  owing: readonly Owing[],
  reader: Pick<Reader, 'id' | 'topics' | 'reads'>,
  { now, limit, seed }: { now: Millis; limit: number; seed: number },
): (Found & { due: Due })[] {
  const random = seeded(seed)
  const drawn = [...owing]
    .sort((a, b) => (a.note < b.note ? -1 : 1))
    .map((one) => {
      const needed = counts(one, { at: now, across: isAcross(reader.reads, one.language) }) && one.author !== reader.id ? need(one, now) : 0
      // The log of a number drawn from (0, 1], over the odds.
      const key = Math.log(1 - random()) / (needed ** 2 * relevance(one, reader))
      return { one, needed, key }
    })
    .filter(({ needed }) => needed > 0)
    .sort((a, b) => b.key - a.key)
  const authors = new Set<string>()
  const found: (Found & { due: Due })[] = []
  for (const { one, needed } of drawn) {
    if (found.length === limit) break
    if (authors.has(one.author)) continue
    authors.add(one.author)
    found.push({ id: one.note, due: { kind: one.kind, need: needed } })
  }
  return found
}
