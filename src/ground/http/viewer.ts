import type { ActorId } from '#ground/ids/index.ts'

export type Role = 'member' | 'moderator' | 'admin'
/** OAuth scopes of our own API; `write` and `follow` imply nothing of each other, `admin` is for staff programs. */
export const SCOPES = ['read', 'write', 'follow', 'push', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** Who asks. A handler never sees a token or a cookie. */
export type Viewer = Anonymous | Member | RemoteActor

export interface Anonymous {
  kind: 'anonymous'
  locale: string
}
export interface Member {
  kind: 'member'
  id: ActorId
  handle: string
  role: Role
  /** Interface language. */
  locale: string
  /** Languages read, best first (BCP 47). */
  reads: string[]
  scopes: ReadonlySet<Scope>
  /** Younger than 16 by their own word (security V5). */
  minor: boolean
  /** False until the e-mail address is confirmed, when the host sends mail: reading and drafts only. */
  confirmed: boolean
  sessionId: string | null
  /** A second factor was shown: what staff routes ask for (security A7). Programs show it by holding the scope `admin`. */
  strong: boolean
}
export interface RemoteActor {
  kind: 'remote'
  id: ActorId
  locale: string
}

export const anonymous = (locale = 'en'): Anonymous => ({ kind: 'anonymous', locale })

/** The actor's id, or null for anonymous: what SQL compares with. */
export const viewerId = (viewer: Viewer): ActorId | null => (viewer.kind === 'anonymous' ? null : viewer.id)

const ORDER: Record<Role, number> = { member: 0, moderator: 1, admin: 2 }
export const isAtLeast = (viewer: Viewer, role: Role): boolean => viewer.kind === 'member' && ORDER[viewer.role] >= ORDER[role]
