import type { Instant } from '#ground/clock/index.ts'
import type { ActorId } from '#ground/ids/index.ts'

export interface FollowsTable {
  follower_id: ActorId
  followee_id: ActorId
  /** A locked account is asked first. */
  state: 'accepted' | 'pending'
  created_at: Instant
}

export interface BlocksTable {
  actor_id: ActorId
  target_id: ActorId
  created_at: Instant
}

/** What a member does not want to meet; `value` is an actor's or topic's id, a folded word or a language. */
export interface MutesTable {
  id: string
  member_id: ActorId
  kind: 'person' | 'topic' | 'word' | 'language'
  value: string
  /** As it was typed or named, for the settings page. */
  label: string
  until: Instant | null
  created_at: Instant
}

export interface ListsTable {
  id: string
  owner_id: ActorId
  name: string
  created_at: Instant
}

export interface ListMembersTable {
  list_id: string
  actor_id: ActorId
  created_at: Instant
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    follows: FollowsTable
    blocks: BlocksTable
    mutes: MutesTable
    lists: ListsTable
    list_members: ListMembersTable
  }
}
