import { sql } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import type { ListsTable } from '../tables.ts'

export const listById = (db: Reader, owner: ActorId, id: string) =>
  db.selectFrom('lists').selectAll().where('id', '=', id).where('owner_id', '=', owner).executeTakeFirst()
/** One's own, newest first. */
export function listPage(db: Reader, owner: ActorId, cursor: Cursor | null, limit: number) {
  let query = db.selectFrom('lists').select(['id', 'name', 'created_at as at']).where('owner_id', '=', owner)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(instant(cursor.key), cursor.id)))
  return query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
export const insertList = (db: Reader, row: ListsTable) => db.insertInto('lists').values(row).execute()
export const renameList = (db: Reader, id: string, name: string) => db.updateTable('lists').set({ name }).where('id', '=', id).execute()
export const deleteList = (db: Reader, id: string) => db.deleteFrom('lists').where('id', '=', id).execute()
export const insertListMember = (db: Reader, list: string, actor: ActorId, at: Instant) =>
  db
    .insertInto('list_members')
    .values({ list_id: list, actor_id: actor, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
export const deleteListMember = (db: Reader, list: string, actor: ActorId) =>
  db.deleteFrom('list_members').where('list_id', '=', list).where('actor_id', '=', actor).execute()

/** Who is on a list, newest first. */
export function listMemberPage(db: Reader, list: string, cursor: Cursor | null, limit: number): Promise<{ id: ActorId; at: Instant }[]> {
  let query = db.selectFrom('list_members').select(['actor_id as id', 'created_at as at']).where('list_id', '=', list)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('created_at', 'actor_id'), '<', eb.tuple(instant(cursor.key), cursor.id as ActorId)))
  return query
    .orderBy('created_at', 'desc')
    .orderBy('actor_id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const countListMembers = async (db: Reader, list: string): Promise<number> =>
  (await db.selectFrom('list_members').select(sql<number>`count(*)::int`.as('count')).where('list_id', '=', list).executeTakeFirstOrThrow()).count

/** Ids of the people whose notes a list shows: the newest 500 of it. */
export async function peopleOnList(db: Reader, list: string): Promise<ActorId[]> {
  const rows = await db.selectFrom('list_members').select('actor_id').where('list_id', '=', list).orderBy('created_at', 'desc').limit(500).execute()
  return rows.map((row) => row.actor_id)
}
