import { LANGUAGES } from './atlas.ts'
import type { World } from './world.ts'

/** What a reader did with a note they were shown. */
export const DID = { see: 1, open: 2, like: 4, save: 8, hide: 16, finish: 32, comment: 64, follow: 128 } as const

export interface Act {
  note: number
  /** DID.like, save, comment or hide. */
  what: number
  /** In days. */
  at: number
}

/** What a server knows: what is published, who was shown what, and what they did. Nothing of tastes. */
export interface Place {
  /** In days. */
  now: number
  /** Notes 0 … published − 1 are there. */
  published: number
  /** readers × notes: DID, added up. */
  readonly did: Uint8Array
  /** By reader, the oldest first. */
  readonly acts: readonly Act[][]
  /** notes × LANGUAGES: likes and saves by readers of each home language. */
  readonly liked: Uint32Array
  /** notes × LANGUAGES: readers of each home language that were shown it. */
  readonly shown: Uint32Array
  /** By note: likes 1, saves and comments 2 each, as Discover weighs them (`page/weights.ts`). */
  readonly reactions: Uint32Array
  /** By reader: authors they follow. */
  readonly follows: readonly Set<number>[]
}

export function emptyPlace({ readers, notes }: World): Place {
  return {
    now: 0,
    published: 0,
    did: new Uint8Array(readers.count * notes.count),
    acts: Array.from({ length: readers.count }, () => []),
    liked: new Uint32Array(notes.count * LANGUAGES.length),
    shown: new Uint32Array(notes.count * LANGUAGES.length),
    reactions: new Uint32Array(notes.count),
    follows: Array.from({ length: readers.count }, () => new Set<number>()),
  }
}

export const wasShown = ({ did }: Place, { notes }: World, reader: number, note: number): boolean => did[reader * notes.count + note] !== 0

/** Notes are there once their moment has come. */
export function moveTo(place: Place, { notes }: World, now: number): void {
  place.now = now
  while (place.published < notes.count && (notes.at[place.published] as number) <= now) place.published++
}
