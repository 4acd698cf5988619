import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'

/** One line on a member's page of notices; several people who did the same share one (`group_key`). */
export interface NoticesTable {
  id: string
  member_id: ActorId
  kind: string
  subject_kind: string
  subject_id: string
  group_key: string
  /** The latest five, last first. */
  actor_ids: Generated<ActorId[]>
  /** How many people; the length of notice_actors. */
  count: Generated<number>
  /** Of the latest of them. */
  at: Instant
  read_at: Instant | null
}

/** Who did it: each counts once, however often the event is heard. */
export interface NoticeActorsTable {
  notice_id: string
  actor_id: ActorId
  at: Instant
}

/** Kinds that a member does not want to be told. */
export interface NoticeMutesTable {
  member_id: ActorId
  kind: string
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    notices: NoticesTable
    notice_actors: NoticeActorsTable
    notice_mutes: NoticeMutesTable
  }
}
