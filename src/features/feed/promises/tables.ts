import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, Id, NoteId } from '#ground/ids/index.ts'
import type { FloorKind, FloorState } from '#pure/recommender/promises/floor.ts'

export type PromiseId = Id<'promise'>

/** Impressions that a note is promised, with the sums of its payments. Distribution key: note. */
export interface PromisesTable {
  id: PromiseId
  note_id: NoteId
  author_id: ActorId
  kind: FloorKind
  state: Generated<FloorState>
  /** Of the note's original. */
  language: string
  owed: number
  owed_across: number
  given: Generated<number>
  given_across: Generated<number>
  /** Drawn once from [0, 1): open promises are picked from a point on this line. */
  lot: number
  made_at: Instant
  starts_at: Instant
  due_at: Instant
  closed_at: Instant | null
}

/** Lines of the ledger: what a promise was given in an hour. They add up to its sums. */
export interface PromisePaymentsTable {
  promise_id: PromiseId
  hour: Instant
  given: number
  given_across: number
}

/** Whose impressions were counted, so that none counts twice; gone when the promise is closed. */
export interface PromiseReadersTable {
  promise_id: PromiseId
  reader_id: ActorId
  day: Instant
}

/** Where author and note of a promise came from; who shares a mark shares one newcomers' floor. Kept 30 days (ADR 0017). */
export interface PromiseMarksTable {
  mark: string
  promise_id: PromiseId
  at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    promises: PromisesTable
    promise_payments: PromisePaymentsTable
    promise_readers: PromiseReadersTable
    promise_marks: PromiseMarksTable
  }
}
