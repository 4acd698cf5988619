import type { Generated } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Role } from '#ground/http/viewer.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'

/** Anyone that ActivityPub can name, here (host null) or elsewhere. Made or did everything. */
export interface ActorsTable {
  id: ActorId
  /** `[a-z0-9_]{1,30}`, lower case, unique per host, never given out again. */
  handle: string
  host: string | null
  uri: string
  kind: Generated<'person' | 'service'>
  /** Display name, ≤ 60 graphemes, any script. */
  name: string
  avatar_id: MediaId | null
  /** Followers are asked for first, and notes default to followers only. */
  locked: Generated<boolean>
  created_at: Instant
  deleted_at: Instant | null
}

/** How an actor of this place signs in. */
export interface MembersTable {
  actor_id: ActorId
  email: string | null
  email_confirmed_at: Instant | null
  /** Asked for but not yet confirmed; may be anyone's. */
  pending_email: string | null
  password_hash: string | null
  role: Role
  state: 'active' | 'waiting' | 'suspended' | 'leaving'
  locale: string
  reads: string[]
  writes: string[]
  time_zone: string
  minor: boolean
  settings: Generated<unknown>
  invited_by: ActorId | null
  created_at: Instant
}

/** How a session came about: a passkey or a printed link counts as proof of oneself for ten minutes. */
export type OpenedBy = 'password' | 'passkey' | 'link' | 'sign-up'

export interface SessionsTable {
  id: string
  actor_id: ActorId
  secret_hash: string
  user_agent: string
  created_at: Instant
  seen_at: Instant
  /** A second factor or a passkey was shown (moderators need it). */
  strong: boolean
  opened_by: Generated<OpenedBy>
}

export interface PasskeysTable {
  id: string
  actor_id: ActorId
  public_key: Buffer
  counter: number
  transports: string[]
  label: string
  created_at: Instant
  used_at: Instant | null
}

export interface SecondFactorsTable {
  actor_id: ActorId
  secret: string
  confirmed_at: Instant | null
  last_step: number
  recovery_hashes: string[]
}

/** Secrets sent by mail or printed by a command: confirm an address, reset a password, sign in. Single use, hashed. */
export interface MailTokensTable {
  hash: string
  actor_id: ActorId
  purpose: 'confirm' | 'reset' | 'sign-in'
  email: string | null
  expires_at: Instant
  used_at: Instant | null
}

export interface InvitesTable {
  id: string
  code_hash: string
  label: string
  made_by: ActorId
  uses_left: number
  expires_at: Instant | null
  created_at: Instant
}

/** Challenges of passkeys, single use and short. */
export interface ChallengesTable {
  challenge: string
  purpose: 'sign-in' | 'register' | 'sign-up'
  actor_id: ActorId | null
  expires_at: Instant
}

/** Failed tries that count against guessing (security A1), kept 15 minutes. */
export interface SignInTriesTable {
  id: Generated<number>
  subject: string
  at: Instant
}

/** Where an account was made and signed in from, as keyed marks that say no address; kept 30 days (ADR 0017). */
export interface MemberOriginsTable {
  actor_id: ActorId
  mark: string
  at: Instant
}

/** OAuth clients. */
export interface ProgramsTable {
  id: string
  secret_hash: string | null
  name: string
  website: string | null
  redirect_uris: string[]
  scopes: string[]
  made_by: ActorId | null
  created_at: Instant
}

export interface GrantsTable {
  code_hash: string
  program_id: string
  actor_id: ActorId
  redirect_uri: string
  scopes: string[]
  code_challenge: string
  expires_at: Instant
  used_at: Instant | null
}

export interface AccessTokensTable {
  id: Generated<string>
  hash: string
  /** The code it was given for, so that a code shown twice takes it back. */
  grant_hash: Generated<string | null>
  program_id: string | null
  actor_id: ActorId
  scopes: string[]
  label: string
  created_at: Instant
  revoked_at: Instant | null
}

declare module '#ground/database/tables.ts' {
  interface Tables {
    actors: ActorsTable
    members: MembersTable
    sessions: SessionsTable
    passkeys: PasskeysTable
    second_factors: SecondFactorsTable
    mail_tokens: MailTokensTable
    invites: InvitesTable
    challenges: ChallengesTable
    sign_in_tries: SignInTriesTable
    member_origins: MemberOriginsTable
    programs: ProgramsTable
    grants: GrantsTable
    access_tokens: AccessTokensTable
  }
}
