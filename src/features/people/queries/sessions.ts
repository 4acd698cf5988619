import { type Insertable, sql } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Scope } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import type { SessionsTable } from '../tables.ts'

const viewerColumns = [
  'actors.id',
  'actors.handle',
  'members.role',
  'members.state',
  'members.locale',
  'members.reads',
  'members.minor',
  'members.email',
  'members.email_confirmed_at as confirmedAt',
] as const

/** Idle sessions end after 30 days (security A3). */
export const bySession = (db: Reader, secretHash: string, seenSince: Instant) =>
  db
    .selectFrom('sessions')
    .innerJoin('members', 'members.actor_id', 'sessions.actor_id')
    .innerJoin('actors', 'actors.id', 'sessions.actor_id')
    .select([...viewerColumns, 'sessions.id as sessionId', 'sessions.seen_at as seenAt', 'sessions.strong'])
    .where('sessions.secret_hash', '=', secretHash)
    .where('sessions.seen_at', '>', seenSince)
    .where('actors.deleted_at', 'is', null)
    .executeTakeFirst()

export const byToken = (db: Reader, hash: string) =>
  db
    .selectFrom('access_tokens')
    .innerJoin('members', 'members.actor_id', 'access_tokens.actor_id')
    .innerJoin('actors', 'actors.id', 'access_tokens.actor_id')
    .select([...viewerColumns, 'access_tokens.scopes'])
    .where('access_tokens.hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('actors.deleted_at', 'is', null)
    .executeTakeFirst()

export const insertSession = (tx: Reader, row: Insertable<SessionsTable>) => tx.insertInto('sessions').values(row).execute()
export const touchSession = (db: Reader, id: string, now: Instant) => db.updateTable('sessions').set({ seen_at: now }).where('id', '=', id).execute()
const sessionColumns = ['id', 'user_agent as userAgent', 'created_at as createdAt', 'seen_at as seenAt', 'strong', 'opened_by as openedBy'] as const
export const sessionById = (db: Reader, member: ActorId, id: string) =>
  db.selectFrom('sessions').select(sessionColumns).where('id', '=', id).where('actor_id', '=', member).executeTakeFirst()
/** The last used first. */
export function sessionPage(db: Reader, member: ActorId, cursor: Cursor | null, limit: number) {
  let query = db.selectFrom('sessions').select(sessionColumns).where('actor_id', '=', member)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('seen_at', 'id'), '<', eb.tuple(instant(cursor.key), cursor.id)))
  return query
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
/** Answers whether there was one. */
export const deleteSession = async (tx: Reader, member: ActorId, id: string): Promise<boolean> =>
  (await tx.deleteFrom('sessions').where('id', '=', id).where('actor_id', '=', member).returning('id').executeTakeFirst()) !== undefined
export const deleteSessions = (tx: Tx, member: ActorId, except: string | null) => {
  const query = tx.deleteFrom('sessions').where('actor_id', '=', member)
  return (except ? query.where('id', '!=', except) : query).execute()
}

export const forgetSessions = (db: Reader, seenBefore: Instant) => db.deleteFrom('sessions').where('seen_at', '<', seenBefore).execute()

export const insertToken = (
  tx: Reader,
  row: { hash: string; program_id: string | null; actor_id: ActorId; scopes: readonly Scope[]; label: string; created_at: Instant; grant_hash?: string },
) =>
  tx
    .insertInto('access_tokens')
    .values({ ...row, scopes: [...row.scopes], revoked_at: null })
    .execute()

/** Tokens in use, newest first, with the program they were given to. */
export function tokenPage(db: Reader, member: ActorId, cursor: Cursor | null, limit: number) {
  let query = db
    .selectFrom('access_tokens')
    .leftJoin('programs', 'programs.id', 'access_tokens.program_id')
    .select([
      'access_tokens.id',
      'access_tokens.label',
      'access_tokens.scopes',
      'access_tokens.created_at as createdAt',
      'programs.name as programName',
      'programs.website as programWebsite',
    ])
    .where('actor_id', '=', member)
    .where('revoked_at', 'is', null)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('access_tokens.created_at', 'access_tokens.id'), '<', eb.tuple(instant(cursor.key), cursor.id)))
  return query
    .orderBy('access_tokens.created_at', 'desc')
    .orderBy('access_tokens.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const countTokens = async (db: Reader, member: ActorId): Promise<number> =>
  (
    await db
      .selectFrom('access_tokens')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('actor_id', '=', member)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).count
/** Answers whether there was one. */
export const revokeToken = async (db: Reader, member: ActorId, id: string, at: Instant): Promise<boolean> =>
  (await db
    .updateTable('access_tokens')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('actor_id', '=', member)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
export const revokeTokensOf = (db: Reader, member: ActorId, at: Instant) =>
  db.updateTable('access_tokens').set({ revoked_at: at }).where('actor_id', '=', member).where('revoked_at', 'is', null).execute()
/** By a program itself, which must be the one it was given to. */
export const revokeByHash = (db: Reader, hash: string, programId: string, at: Instant) =>
  db
    .updateTable('access_tokens')
    .set({ revoked_at: at })
    .where('hash', '=', hash)
    .where('program_id', '=', programId)
    .where('revoked_at', 'is', null)
    .returning('actor_id as actorId')
    .executeTakeFirst()
/** All that one code was ever exchanged for. */
export const revokeByGrant = (db: Reader, grantHash: string, at: Instant) =>
  db.updateTable('access_tokens').set({ revoked_at: at }).where('grant_hash', '=', grantHash).where('revoked_at', 'is', null).execute()
export const forgetTokens = (db: Reader, revokedBefore: Instant) => db.deleteFrom('access_tokens').where('revoked_at', '<', revokedBefore).execute()
