import type { Instant } from '#ground/clock/index.ts'
import type { Reader } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { ListsTable } from '../tables.ts'

export const listById = (db: Reader, owner: ActorId, id: string) =>
  db.selectFrom('lists').selectAll().where('id', '=', id).where('owner_id', '=', owner).executeTakeFirst()
export const listsOf = (db: Reader, owner: ActorId) =>
  db.selectFrom('lists').select(['id', 'name']).where('owner_id', '=', owner).orderBy('created_at', 'desc').limit(100).execute()
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

/** Ids of the people on a list, newest first; at most 500. */
export async function peopleOnList(db: Reader, list: string): Promise<ActorId[]> {
  const rows = await db.selectFrom('list_members').select('actor_id').where('list_id', '=', list).orderBy('created_at', 'desc').limit(500).execute()
  return rows.map((row) => row.actor_id)
}
