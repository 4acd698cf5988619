import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Licence, NoteKind, NoteState, Visibility } from './note.ts'

/** What a member publishes, and comments (`kind = 'comment'`, ADR 0010). Its text is a layer, in `language`. Distribution key: note. */
export interface NotesTable {
  id: NoteId
  uri: string
  author_id: ActorId
  kind: NoteKind
  root_id: NoteId | null
  parent_id: NoteId | null
  visibility: Visibility
  state: NoteState
  /** BCP 47 language of the original, detected or corrected. */
  language: string
  place_id: string | null
  licence: Licence
  /** 0–7: which paper the title of a text note is set on. */
  cover_pattern: number
  picture_count: number
  created_at: Instant
  published_at: Instant | null
  edited_at: Instant | null
  revision: Generated<number>
  /** Sums kept by the verbs' transactions. */
  like_count: Generated<number>
  save_count: Generated<number>
  boost_count: Generated<number>
  comment_count: Generated<number>
  pinned_comment_id: NoteId | null
  idempotency_key: string | null
}

export interface NoteTopicsTable {
  note_id: NoteId
  topic_id: string
  position: number
  published_at: Instant
}

export interface NoteMentionsTable {
  note_id: NoteId
  actor_id: ActorId
}

/** Co-authors must accept before the note stands on their profile. */
export interface NoteCoauthorsTable {
  note_id: NoteId
  actor_id: ActorId
  state: 'asked' | 'joined'
  position: number
}

/** Earlier wordings, oldest first; the current one is the original layer. */
export interface NoteHistoryTable {
  note_id: NoteId
  revision: number
  title: string
  body: string
  warning: string | null
  picture_count: number
  at: Instant
}

export interface LikesTable {
  note_id: NoteId
  actor_id: ActorId
  created_at: Instant
}

export interface BoostsTable {
  note_id: NoteId
  actor_id: ActorId
  created_at: Instant
}

/** That a member keeps a note on at least one board (`boards` counts how many). */
export interface SavesTable {
  note_id: NoteId
  actor_id: ActorId
  board_count: number
  created_at: Instant
}

/** What is being written; `content` is the composer's own form. Distribution key: reader. */
export interface DraftsTable {
  id: string
  author_id: ActorId
  content: unknown
  version: number
  scheduled_for: Instant | null
  /** Why it was not published when it was due; null when nothing is wrong. */
  refusal: unknown
  created_at: Instant
  updated_at: Instant
}

export type PlaceWait = 'none' | 'day' | 'week'

/** How a member's places are shown; no row: at once and all. Distribution key: reader. */
export interface PlaceRulesTable {
  actor_id: ActorId
  wait: PlaceWait
  /** Ids of places that are never shown. */
  never: string[]
}

/** A place that is not on its note yet and that nobody but the author is told of. */
export interface WaitingPlacesTable {
  note_id: NoteId
  place_id: string
  due: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    notes: NotesTable
    note_topics: NoteTopicsTable
    note_mentions: NoteMentionsTable
    note_coauthors: NoteCoauthorsTable
    note_history: NoteHistoryTable
    likes: LikesTable
    boosts: BoostsTable
    saves: SavesTable
    drafts: DraftsTable
    place_rules: PlaceRulesTable
    waiting_places: WaitingPlacesTable
  }
}
