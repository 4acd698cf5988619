import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId, MediaId, NoteId } from '#ground/ids/index.ts'

export interface ProfileLink {
  label: string
  url: string
  /** When the page was found to link back with rel=me; null: not. ISO 8601. */
  verifiedAt: string | null
  /** When its page is looked at next (ISO 8601), and how often in a row it proved nothing; absent: not looked at yet. */
  next?: { at: string; misses: number }
}

/** What a member shows of themselves beside name and avatar (people) and bio (a language subject `bio`). Made when something is first set. */
export interface ProfilesTable {
  actor_id: ActorId
  banner_id: MediaId | null
  place_id: string | null
  links: Generated<unknown>
  /** The first of the links' next looks; null without links. */
  links_due: Generated<Instant | null>
  /** At most 5 notes of their own, in order. */
  pinned: Generated<NoteId[]>
  updated_at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    profiles: ProfilesTable
  }
}
