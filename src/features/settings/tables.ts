import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'

/** The host's choices that are made in the browser; what is set in the environment wins. */
export interface HostSettingsTable {
  key: string
  value: unknown
  changed_by: ActorId | null
  changed_at: Instant
}

/** Rules of the house, a text per language; a change is a new version. */
export interface HouseRulesTable {
  version: number
  texts: unknown
  changed_by: ActorId | null
  at: Instant
}

/** Acts of those who run the place (security A7). */
export interface AuditLogTable {
  number: number
  at: Instant
  /** null: the program or the host's command line. */
  by_actor: ActorId | null
  act: string
  subject_kind: string
  subject_id: string
  facts: unknown
  previous_hash: string
  hash: string
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    host_settings: HostSettingsTable
    house_rules: HouseRulesTable
    audit_log: AuditLogTable
  }
}
