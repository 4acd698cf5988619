import { sql } from 'kysely'
import { after, type Instant, MINUTE } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Scope } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { SessionsTable } from '../tables.ts'

const viewerColumns = ['actors.id', 'actors.handle', 'members.role', 'members.state', 'members.locale', 'members.reads', 'members.minor', 'members.email', 'members.email_confirmed_at as confirmedAt'] as const

/** Idle sessions end after 30 days (security A3). */
export const bySession = (db: Reader, secretHash: string, seenSince: Instant) =>
  db.selectFrom('sessions').innerJoin('members', 'members.actor_id', 'sessions.actor_id').innerJoin('actors', 'actors.id', 'sessions.actor_id')
    .select([...viewerColumns, 'sessions.id as sessionId', 'sessions.seen_at as seenAt', 'sessions.strong'])
    .where('sessions.secret_hash', '=', secretHash).where('sessions.seen_at', '>', seenSince).where('actors.deleted_at', 'is', null).executeTakeFirst()

export const byToken = (db: Reader, hash: string) =>
  db.selectFrom('access_tokens').innerJoin('members', 'members.actor_id', 'access_tokens.actor_id').innerJoin('actors', 'actors.id', 'access_tokens.actor_id')
    .select([...viewerColumns, 'access_tokens.scopes']).where('access_tokens.hash', '=', hash).where('revoked_at', 'is', null).where('actors.deleted_at', 'is', null).executeTakeFirst()

export const insertSession = (tx: Reader, row: SessionsTable) => tx.insertInto('sessions').values(row).execute()
/** At most every ten minutes, so that reading does not write. */
export const touchSession = (db: Reader, id: string, now: Instant) => db.updateTable('sessions').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<', after(now, -10 * MINUTE)).execute()
export const sessionsOf = (db: Reader, member: ActorId) => db.selectFrom('sessions').select(['id', 'user_agent as userAgent', 'created_at as createdAt', 'seen_at as seenAt']).where('actor_id', '=', member).orderBy('seen_at', 'desc').limit(80).execute()
export const deleteSession = (tx: Reader, member: ActorId, id: string) => tx.deleteFrom('sessions').where('id', '=', id).where('actor_id', '=', member).execute()
export const deleteSessions = (tx: Tx, member: ActorId, except: string | null) => {
  const query = tx.deleteFrom('sessions').where('actor_id', '=', member)
  return (except ? query.where('id', '!=', except) : query).execute()
}

export const insertToken = (tx: Reader, row: { hash: string; program_id: string | null; actor_id: ActorId; scopes: readonly Scope[]; label: string; created_at: Instant }) =>
  tx.insertInto('access_tokens').values({ ...row, scopes: [...row.scopes], revoked_at: null }).execute()

/** Counts failed tries about `subject` since `since`. */
export async function triesSince(db: Reader, subjects: string[], since: Instant): Promise<number> {
  const row = await db.selectFrom('sign_in_tries').select(sql<number>`count(*)::int`.as('count')).where('subject', 'in', subjects).where('at', '>', since).groupBy('subject').orderBy('count', 'desc').limit(1).executeTakeFirst()
  return row?.count ?? 0
}
export const recordTry = (db: Reader, subjects: string[], at: Instant) => db.insertInto('sign_in_tries').values(subjects.map((subject) => ({ subject, at }))).execute()
export const forgetTries = (db: Reader, before: Instant) => db.deleteFrom('sign_in_tries').where('at', '<', before).execute()
