import { seeded } from '#pure/recommender/random.ts'
import { type Author, drawAuthor } from './authors.ts'
import { drawNotes, type Notes } from './notes.ts'
import { drawReaders, type Readers } from './readers.ts'

/** Everything that is so whichever feed is used: who is there, what they like, what is published when. */
export interface World {
  readonly seed: number
  /** Days that are measured. */
  readonly days: number
  readonly readers: Readers
  readonly authors: readonly Author[]
  readonly notes: Notes
  /** How much a like moves the reader's taste towards the note's topic, and away from the others; 0: tastes stand still. */
  readonly plasticity: number
}

export interface WorldOptions {
  seed: number
  /** 10 … */
  readers: number
  /** 1 … */
  days: number
  /** Who publishes from the beginning, 12 …; however many readers are looked at, they are some of a larger place. */
  authors?: number
  /** Authors that join each day. */
  newcomersADay?: number
  plasticity?: number
  /** Added to those drawn: an attacker's accounts, planted authors. */
  moreAuthors?: readonly Author[]
}

/** Days before the first that is measured, when there was only a list by time: so that every feed begins with the same history. */
export const WARM_DAYS = 10
/** Enough that more is written in each language than anybody reads. */
const AUTHORS = 600

/** The same seed gives the same world. */
export function worldOf({
  seed,
  readers,
  days,
  authors: settledCount = AUTHORS,
  newcomersADay = readers / 1000,
  plasticity = 0,
  moreAuthors = [],
}: WorldOptions): World {
  const random = seeded(seed)
  const settled = Array.from({ length: settledCount }, () => drawAuthor(random, -365))
  const joining = Array.from({ length: Math.round(newcomersADay * days) }, () => drawAuthor(random, random() * days))
  const authors = [...settled, ...joining, ...moreAuthors]
  return { seed, days, readers: drawReaders(readers, random), authors, notes: drawNotes(authors, { from: -2 * WARM_DAYS, to: days }, random), plasticity }
}
