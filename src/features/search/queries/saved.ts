import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import '../tables.ts'
import type { SavedFilters } from '../filter-shape.ts'

export interface SavedSearch {
  id: string
  memberId: ActorId
  q: string
  filters: SavedFilters
  createdAt: Instant
  seenUntil: Instant
}

const columns = ['id', 'member_id as memberId', 'q', 'filters', 'created_at as createdAt', 'seen_until as seenUntil'] as const

/** At most as many as one may keep, newest first. */
export const savedSearchesOf = (db: Reader, member: ActorId): Promise<SavedSearch[]> =>
  db.selectFrom('saved_searches').select(columns).where('member_id', '=', member).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()

export const savedSearchesById = async (db: Reader, ids: readonly string[]): Promise<SavedSearch[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('saved_searches')
        .select(columns)
        .where('id', 'in', [...ids])
        .execute()

/** Members save one at a time, so that none keeps more than one may. */
export const lockSearchesOf = (tx: Tx, member: ActorId) => takeTurns(tx, `saved_searches ${member}`)

export const insertSavedSearch = (tx: Tx, { id, memberId, q, filters, createdAt, seenUntil }: SavedSearch) =>
  tx
    .insertInto('saved_searches')
    .values({ id, member_id: memberId, q, filters: JSON.stringify(filters), created_at: createdAt, seen_until: seenUntil })
    .execute()

export async function deleteSavedSearch(db: Reader, member: ActorId, id: string): Promise<boolean> {
  const deleted = await db.deleteFrom('saved_searches').where('id', '=', id).where('member_id', '=', member).executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

export const deleteSearchesOf = (tx: Tx, member: ActorId) => tx.deleteFrom('saved_searches').where('member_id', '=', member).execute()

/** Those not looked at since `before`, longest ago first, behind `last`. */
export function dueSearches(db: Reader, before: Instant, last: SavedSearch | undefined, limit: number): Promise<SavedSearch[]> {
  const query = db.selectFrom('saved_searches').select(columns).where('seen_until', '<=', before).orderBy('seen_until').orderBy('id').limit(limit)
  return (last ? query.where(sql<boolean>`(seen_until, id) > (${last.seenUntil}, ${last.id}::uuid)`) : query).execute()
}

/** Answers whether nobody else did so meanwhile. */
export async function markSeen(tx: Tx, { id, seenUntil }: SavedSearch, until: Instant): Promise<boolean> {
  const updated = await tx.updateTable('saved_searches').set({ seen_until: until }).where('id', '=', id).where('seen_until', '=', seenUntil).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
