/** Milliseconds since 1970. */
export type Millis = number

/** What is the same for every reader of a note: nothing that the note's page would not show. */
export interface Note {
  readonly id: string
  readonly author: string
  readonly publishedAt: Millis
  /** 1 + log2(1 + weighed reactions), ≥ 1. */
  readonly quality: number
  /** BCP 47 tag of the original. */
  readonly language: string
  /** ISO 3166 alpha-2; null: not told. */
  readonly country: string | null
  /** Languages of its layers. */
  readonly layers: readonly string[]
  /** Topic ids, as the note names them. */
  readonly topics: readonly string[]
  /** One of its topics is of the arts: music, art, dance, cooking, fashion, photography, travel. */
  readonly art: boolean
  /** Null until readers of two languages have liked it. */
  readonly bridging: Bridging | null
}

/** How far people of different languages like the same note. */
export interface Bridging {
  /** Least over the sides of the 20 % quantile of the share that likes it, 0–1. */
  readonly score: number
  /** Readers' languages with what they gave; only sides of three and more. */
  readonly sides: readonly { readonly language: string; readonly likes: number }[]
}

/** What the engine answers for a reader and a note. */
export interface Taste {
  /** In standard deviations over all notes, for this reader. */
  readonly score: number
  /** It is among what the engine brings by itself. */
  readonly isNear: boolean
}

/** Impressions that were promised to a note and are still owed. */
export interface Due {
  /** What promised them, e.g. `newcomer`. */
  readonly kind: string
  /** Share that is still owed and how near its end is, 0–1: the higher, the sooner. */
  readonly need: number
}

export const SOURCES = ['topics', 'people', 'hottest', 'fresh', 'across', 'explore', 'promises'] as const
export type SourceName = (typeof SOURCES)[number]
/** Who brings a note: a source, or the engine. */
export type Bringer = SourceName | 'engine'

export interface Candidate extends Note {
  /** Who brought it. */
  readonly sources: readonly Bringer[]
  /** Null: the engine does not know the note, or nothing of the reader. */
  readonly taste: Taste | null
  readonly due: Due | null
}

/** Something the reader did: weight > 0 for a like and its kin, < 0 for hide and less like this. */
export interface Act {
  readonly id: string
  readonly weight: number
  readonly at: Millis
}

/** What a reader set by hand. */
export interface Controls {
  /** −1 familiar … 0 … 1 new. */
  readonly unexpected: number
  /** −1 near … 0 … 1 far. */
  readonly far: number
  /** Slots of twelve for notes from elsewhere, 0–6. */
  readonly across: number
}

export interface Reader {
  /** Null: a guest. */
  readonly id: string | null
  /** Followed topics and people. */
  readonly topics: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  /** Languages the reader reads; the first is the one they read most. */
  readonly reads: ReadonlySet<string>
  readonly country: string | null
  /** Recent acts, newest first: all that is remembered of a reader, so an act taken back leaves nothing. */
  readonly acts: readonly Act[]
  readonly controls: Controls
  readonly muted: { readonly people: ReadonlySet<string>; readonly topics: ReadonlySet<string>; readonly languages: ReadonlySet<string> }
  readonly blocked: ReadonlySet<string>
}

/** What a source brings. */
export interface Found {
  readonly id: string
  /** When the source has it at hand; what comes without is loaded, all at once. */
  readonly note?: Note | undefined
  readonly due?: Due | undefined
}

/** `seed` is of the reader and the moment: pages of one scroll are made from the same. */
export type Source = (reader: Reader, asked: Pick<Asked, 'now' | 'seed'>) => Promise<readonly Found[]>

/** What the earlier pages of one scroll showed; opaque text in the cursor (`trail.ts`). */
export interface Trail {
  /** Slots that were filled so far. */
  readonly slots: number
  /** 32-bit hashes of the notes that were shown. */
  readonly notes: readonly number[]
  /** 32-bit hashes of the authors of the last slots, latest last. */
  readonly authors: readonly number[]
}

export interface Asked {
  /** Decides everything that is drawn by lot. */
  readonly seed: number
  /** The moment of the first page: nothing newer is shown, and ages are counted to it. */
  readonly now: Millis
  readonly slots: number
  readonly trail: Trail
}

/** Everything a page is made from; the server hands SQL and the engine, the simulator hands memory. */
export interface Ports {
  readonly sources: Readonly<Partial<Record<SourceName, Source>>>
  /** Those of `ids` that the reader saw in the last 48 hours and that did not change since. */
  seen(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** In any order; what is gone is left out. */
  load(ids: readonly string[]): Promise<readonly Note[]>
  /** The engine's word on these notes and on what it brings by itself; an empty map when it has none. */
  taste(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Taste>>
  /** What was learnt so far; `priorHeads` in the beginning. */
  readonly heads: Heads
  /** Told of a source, `seen` or `taste` that failed; the page is made without. */
  failed?(what: SourceName | 'seen' | 'taste', error: unknown): void
}

export const HEADS = ['open', 'finish', 'like', 'save', 'comment', 'follow', 'hide'] as const
export type HeadName = (typeof HEADS)[number]

/** A logistic model: P(act | seen) = 1 / (1 + exp(−bias − weights · features)). */
export interface Head {
  readonly bias: number
  /** One a feature, in the order of `features.ts`. */
  readonly weights: readonly number[]
}
export type Heads = Readonly<Record<HeadName, Head>>

/** Why a slot is there at all. */
export type SlotKind = 'ranked' | 'explore' | 'across' | 'arts' | 'promise'

export type ReasonCode = 'note' | 'taste' | 'topic' | 'liked' | 'person' | 'language' | 'place' | 'fresh' | 'quality' | 'bridging' | 'controls' | 'rest'

/** A part of a note's score; the reasons of a note add up to its score. */
export interface Reason {
  readonly code: ReasonCode
  readonly contribution: number
  /** Topic or person that it is about. */
  readonly about?: string | undefined
}

export interface Slot {
  readonly note: Candidate
  readonly kind: SlotKind
  readonly score: number
  /** Probability with which this slot, given those before it, holds this note. */
  readonly propensity: number
  /** At most four, largest first. */
  readonly reasons: readonly Reason[]
}

export interface Page {
  readonly slots: readonly Slot[]
  /** For the cursor of the next page; null: the reader is caught up. */
  readonly trail: Trail | null
}

/** Sources → gate → load → rank → compose. Never rejects because of a source. */
export type MakePage = (ports: Ports, reader: Reader, asked: Asked) => Promise<Page>
