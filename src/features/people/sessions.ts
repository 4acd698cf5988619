import { after, MINUTE } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Call } from '#ground/http/route.ts'
import type { Member, Viewer } from '#ground/http/viewer.ts'
import { type ActorId, fingerprint } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { keepOrigin } from './origins.ts'
import { dropOpenGrants } from './queries/programs.ts'
import { deleteSession, deleteSessions, insertSession, revokeTokensOf, sessionById } from './queries/sessions.ts'
import type { OpenedBy } from './tables.ts'

export interface Opening {
  /** A second factor or a passkey with user verification was shown. */
  strong: boolean
  openedBy: OpenedBy
}

/** Opens a session and answers its secret, which goes into the cookie and nowhere else. The one that the browser had before ends (security A3). */
export async function openSession(
  ground: Ground,
  actorId: ActorId,
  { strong, openedBy }: Opening,
  call: Pick<Call, 'userAgent' | 'network'>,
  before?: Viewer,
): Promise<string> {
  const { db, ids, clock } = ground
  const secret = ids.secret()
  const now = clock.now()
  if (before?.kind === 'member' && before.sessionId) await deleteSession(db.q, before.id, before.sessionId)
  await insertSession(db.q, {
    id: ids.next(),
    actor_id: actorId,
    secret_hash: fingerprint(secret),
    user_agent: call.userAgent,
    created_at: now,
    seen_at: now,
    strong,
    opened_by: openedBy,
  })
  await keepOrigin(ground, actorId, call)
  return secret
}

/** A new session id at a change of privilege; null for programs, which have no session. */
export async function strengthenSession(ground: Ground, member: Member, call: Call): Promise<string | null> {
  if (!member.sessionId) return null
  const old = await sessionById(ground.db.q, member.id, member.sessionId)
  return openSession(ground, member.id, { strong: true, openedBy: old?.openedBy ?? 'password' }, call, member)
}

/** Ends all sessions of a member but `except`, and every open stream (A3: at once, in every process). */
export async function endSessions({ live }: Pick<Ground, 'live'>, tx: Tx, actorId: ActorId, except: string | null = null): Promise<void> {
  await deleteSessions(tx, actorId, except)
  await live.endStreams(tx, actorId)
}

/** Takes back what programs were given or promised, too. */
export async function endEverything(ground: Pick<Ground, 'live' | 'clock'>, tx: Tx, actorId: ActorId): Promise<void> {
  await dropOpenGrants(tx, actorId)
  await revokeTokensOf(tx, actorId, ground.clock.now())
  await endSessions(ground, tx, actorId)
}

const FRESH_MINUTES = 10

/** True for ten minutes after a sign-in by passkey, printed link or sign-up: as good as typing the password. */
export async function isFresh({ db, clock }: Ground, member: Member): Promise<boolean> {
  const session = member.sessionId ? await sessionById(db.q, member.id, member.sessionId) : undefined
  return session !== undefined && session.openedBy !== 'password' && session.createdAt > after(clock.now(), -FRESH_MINUTES * MINUTE)
}

/** Things that only the member at the place's own pages does, never a program. Throws Refusal `session-needed`. */
export function needSession(member: Member): string {
  if (!member.sessionId) throw new Refusal('session-needed')
  return member.sessionId
}
