import type { ActorBrief, Picture, Tile } from './api-types.ts'

/** Shapes of the account, of the host's pages, and of what a member keeps: sessions, passkeys, invites, tokens, mutes, lists. */

export interface SessionItem {
  id: string
  userAgent: string
  createdAt: string
  seenAt: string
  current: boolean
  strong: boolean
  openedBy: 'password' | 'passkey' | 'link' | 'sign-up'
}
export interface Passkey {
  id: string
  label: string
  createdAt: string
  usedAt: string | null
}
export interface SecondFactor {
  since: string | null
  recoveryLeft: number
}
export interface Invite {
  id: string
  label: string
  madeBy: string
  usesLeft: number
  expiresAt: string | null
  createdAt: string
}
export interface Token {
  id: string
  label: string
  scopes: string[]
  createdAt: string
  program: { name: string; website: string | null } | null
}
export interface Mute {
  id: string
  kind: 'person' | 'topic' | 'word' | 'language'
  value: string
  label: string
  until: string | null
}
export interface Person {
  id: string
  handle: string
  host: string | null
  name: string
  url: string
}
export interface ListView {
  id: string
  name: string
  peopleCount: number
  people: Person[]
  next: string | null
}
export interface Consent {
  program: { id: string; name: string; website: string | null }
  redirectUri: string
  scopes: string[]
}
export interface Items<T> {
  items: T[]
}

export interface PlaceFacts {
  name: string
  description: Record<string, string>
  rules: { version: number; texts: Record<string, string> }
}
/** A dictionary by others that explains words here. */
export interface DictionaryFacts {
  name: string
  licence: string
  url: string
  entries: number
}
export interface HostSettings extends PlaceFacts {
  registration: 'open' | 'invite' | 'approval' | 'closed'
  registrationSetByHost: boolean
  mailAvailable: boolean
}
export interface AdminMember {
  id: string
  handle: string
  name: string
  role: 'member' | 'moderator' | 'admin'
  state: string
  createdAt: string
  confirmed: boolean
  email: string | null
}
export interface FilterTerm {
  id: string
  kind: 'word' | 'link'
  term: string
  note: string
}
/** What a report is about. */
export interface Reported {
  owner: { id: string; handle: string; host: string | null; name: string } | null
  address: string | null
  excerpt: string
}
export interface Case extends Reported {
  id: string
  subjectKind: string
  state: 'open' | 'seen' | 'closed'
  reportCount: number
  openedAt: string
  answer: string | null
  reports: { kind: string; words: string; at: string }[]
}

export interface BoardView {
  id: string
  url: string
  name: string
  description: string
  secret: boolean
  isDefault: boolean
  noteCount: number
  updatedAt: string
  owner: ActorBrief
  mine: boolean
  /** Mine in it: I own it, keep it together with its owner, or was asked to. */
  part: 'owner' | 'joined' | 'asked' | null
  shared: boolean
  /** Of the first three notes. */
  covers: { cover: Picture | null; coverPattern: number; title: string }[]
}
export interface FullBoard extends BoardView {
  sections: { id: string; name: string }[]
  people: ActorBrief[]
  /** Told to its owner. */
  asked: ActorBrief[]
}
/** On which of the reader's boards a note is. */
export interface SavedOn {
  boards: { id: string }[]
  /** Put there by somebody they keep the board with. */
  others: { id: string; by: ActorBrief | null }[]
}
export type BoardNote = Tile & { sectionId: string | null }
export interface Saved {
  saved: boolean
  saveCount: number
  boards: { id: string; name: string }[]
  before: string[]
}

/** Of the host's page of engines. */
export interface EngineState {
  name: string
  version: string
  /** The first of them; `*` is any. */
  pairs: { from: string; to: string }[]
  pairCount: number
  pausesFor: number
  /** Files of local models that cannot be used. */
  faults: { why: string; file: string }[]
}
export interface EngineUse {
  /** `2026-03`, UTC. */
  month: string
  used: number
  budget: number
  engines: EngineState[]
  days: { day: string; engine: string; characters: number; calls: number; refused: number }[]
}
export interface EngineTerm {
  id: string
  language: string
  /** `*` is any. */
  target: string
  term: string
  translation: string
}
