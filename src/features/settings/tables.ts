import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'

/** The host's choices that are made in the browser; what is set in the environment wins. */
export interface HostSettingsTable {
  key: string
  value: unknown
  changed_by: ActorId | null
  changed_at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    host_settings: HostSettingsTable
  }
}
