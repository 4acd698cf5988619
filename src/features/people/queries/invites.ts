import { sql } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import '../tables.ts'

const columns = [
  'invites.id',
  'invites.label',
  'invites.made_by as madeBy',
  'invites.uses_left as usesLeft',
  'invites.expires_at as expiresAt',
  'invites.created_at as createdAt',
] as const

export const insertInvite = (
  db: Reader,
  row: { id: string; code_hash: string; label: string; made_by: ActorId; uses_left: number; expires_at: Instant | null; created_at: Instant },
) => db.insertInto('invites').values(row).execute()

/** Whoever else counts this member's invites waits until the transaction ends. */
export const lockInvitesOf = (tx: Tx, member: ActorId) => takeTurns(tx, `invites ${member}`)

const usable = (db: Reader, now: Instant) =>
  db
    .selectFrom('invites')
    .select(columns)
    .where('uses_left', '>', 0)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
/** Invites that can still be used, of one member or of all, newest first. */
export const usableInvites = (db: Reader, madeBy: ActorId | null, now: Instant, cursor: Cursor | null, limit: number) => {
  let query = usable(db, now)
  if (madeBy) query = query.where('made_by', '=', madeBy)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(instant(cursor.key), cursor.id)))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Uses an invite once: answers who made it, or undefined. One caller wins the last use. */
export const spendInvite = (db: Reader, codeHash: string, now: Instant) =>
  db
    .updateTable('invites')
    .set({ uses_left: sql`uses_left - 1` })
    .where('code_hash', '=', codeHash)
    .where('uses_left', '>', 0)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .returning('made_by as madeBy')
    .executeTakeFirst()

/** Whether it could be used now. */
export const inviteByHash = (db: Reader, codeHash: string, now: Instant) => usable(db, now).where('code_hash', '=', codeHash).executeTakeFirst()

/** Answers who made it; undefined when there was none. `madeBy` null: anyone's. */
export const deleteInvite = (db: Reader, id: string, madeBy: ActorId | null) => {
  const query = db.deleteFrom('invites').where('id', '=', id)
  return (madeBy ? query.where('made_by', '=', madeBy) : query).returning('made_by as madeBy').executeTakeFirst()
}
