import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { ReportKind } from './report.ts'

/** Every change of state of anything, appended and never changed. */
export interface StateLogTable {
  id: string
  subject_kind: string
  subject_id: string
  state: string
  by_actor: ActorId | null
  reason: string | null
  at: Instant
}

/** One item of the queue: everything that was reported about one thing until the item was closed. */
export interface ReportCasesTable {
  id: string
  subject_kind: string
  subject_id: string
  state: 'open' | 'seen' | 'closed'
  report_count: Generated<number>
  opened_at: Instant
  changed_at: Instant
  handled_by: ActorId | null
  /** What the moderator tells those who reported. */
  answer: string | null
}

export interface ReportsTable {
  id: string
  case_id: string
  /** Null when the reporter has left. */
  reporter_id: ActorId | null
  kind: ReportKind
  words: string
  at: Instant
}

/** The host's own lists. */
export interface FilterTermsTable {
  id: string
  kind: 'word' | 'link'
  term: string
  folded: string
  note: string
  created_by: ActorId | null
  created_at: Instant
}

/** How often a member did something in the current minute and day. */
export interface FloodCountsTable {
  actor_id: ActorId
  act: string
  period: 'minute' | 'day'
  starts_at: Instant
  count: number
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    state_log: StateLogTable
    report_cases: ReportCasesTable
    reports: ReportsTable
    filter_terms: FilterTermsTable
    flood_counts: FloodCountsTable
  }
}
