import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
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
  layer_languages: string[]
  topics: string[]
}

/** One row a note and topic. Distribution key: topic. */
export interface FeedTopicsTable {
  topic_id: string
  note_id: NoteId
  language: string
  published_at: Instant
  heat: number
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    feed_notes: FeedNotesTable
    feed_topics: FeedTopicsTable
  }
}
