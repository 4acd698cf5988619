import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Calibration } from '#pure/recommender/page/calibration.ts'
import type { Bridging, Heads } from '#pure/recommender/page/types.ts'
import './promises/tables.ts'

/** What ranking knows of each public note. Distribution key: note. */
export interface FeedNotesTable {
  note_id: NoteId
  author_id: ActorId
  published_at: Instant
  quality: number
  /** log2(quality) + hours / half-life: the order of quality × freshness, which does not change as time goes by. */
  heat: number
  language: string
  /** ISO 3166 alpha-2 of its place; null: none is told, or its author is under 16. */
  country: string | null
  layer_languages: string[]
  topics: string[]
  /** One of its topics is of the arts. */
  art: boolean
  /** How far readers of several languages like it alike, 0–1, and how many of each; both null until they do. Kept hourly. */
  bridging: Generated<number | null>
  sides: ColumnType<Bridging['sides'] | null, string | null | undefined, string | null>
  /** On no list but its author’s until somebody else has liked what they write: others with a mark of theirs had their say (ADR 0017). Never shown. */
  waits: Generated<boolean>
}

/** One row a note and topic. Distribution key: topic. */
export interface FeedTopicsTable {
  topic_id: string
  note_id: NoteId
  language: string
  published_at: Instant
  heat: number
  /** As in `feed_notes`. */
  waits: Generated<boolean>
}

/** Who speaks for those who share a mark, for a day. Distribution key: mark. */
export interface FeedVoicesTable {
  mark: string
  author_id: ActorId
  since: Instant
}

/** One row a reader, note, kind and day of serving. In parts by month of `day`, dropped after 90 days. Distribution key: reader. */
export interface FeedSignalsTable {
  reader_id: ActorId
  note_id: NoteId
  at: Instant
  /** The day (UTC) on which the page was served: a batch that is sent again finds its rows. */
  day: string
  /** Probability with which the page put the note there; null where there was no chance in it. */
  propensity: number | null
  /** Places in KINDS and SURFACES (signals/kinds.ts). */
  kind: number
  surface: number
  slot: number
  /** Of `dwell`: the coarse step. */
  seconds: number | null
}

/** What a member said of a note to the feed: hide, less like this, tried. Distribution key: reader. */
export interface FeedChoicesTable {
  reader_id: ActorId
  note_id: NoteId
  kind: number
  at: Instant
}

/** Acts up to `at` that the engine shall not know of, though a like stays a like. Distribution key: reader. */
export interface FeedForgottenTable {
  reader_id: ActorId
  note_id: NoteId
  kind: number
  at: Instant
}

/** No row: learning, from everything, ordered for the reader. Distribution key: reader. */
export interface FeedControlsTable {
  reader_id: ActorId
  /** tstzmultirange: when the engine did not look, e.g. before a new start and while learning was paused. */
  unlearnt: Generated<string>
  chronological: Generated<boolean>
  /** Sliders of Discover: slots of twelve, 0–6; −1 familiar … 1 new; −1 near … 1 far. */
  across: Generated<number>
  unexpected: Generated<number>
  far: Generated<number>
}

/** What the ranking learnt: one row. Reference. */
export interface FeedHeadsTable {
  id: true
  learnt: ColumnType<{ heads: Heads; features: string[]; calibration?: Calibration }, string, string>
  until: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    feed_heads: FeedHeadsTable
    feed_notes: FeedNotesTable
    feed_topics: FeedTopicsTable
    feed_signals: FeedSignalsTable
    feed_choices: FeedChoicesTable
    feed_forgotten: FeedForgottenTable
    feed_voices: FeedVoicesTable
    feed_controls: FeedControlsTable
  }
}
