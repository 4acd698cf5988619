import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import '../tables.ts'

export interface Actor {
  id: ActorId
  handle: string
  host: string | null
  name: string
  avatarId: MediaId | null
  locked: boolean
  createdAt: Instant
}

const columns = ['id', 'handle', 'host', 'name', 'avatar_id as avatarId', 'locked', 'created_at as createdAt'] as const

/** A living actor by id or by handle (lower case, without @); undefined when there is none. */
export function findActor(db: Reader, by: { id: ActorId } | { handle: string; host?: string | null }): Promise<Actor | undefined> {
  const query = db.selectFrom('actors').select(columns).where('deleted_at', 'is', null)
  if ('id' in by) return query.where('id', '=', by.id).executeTakeFirst()
  const named = query.where('handle', '=', by.handle.toLowerCase())
  return (by.host ? named.where('host', '=', by.host) : named.where('host', 'is', null)).executeTakeFirst()
}

/** Living actors by id, for lists: one query. */
export async function actorsById(db: Reader, ids: readonly ActorId[]): Promise<Map<ActorId, Actor>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('actors')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Local handles → ids; unknown ones are left out. */
export async function actorsByHandle(db: Reader, handles: string[]): Promise<Map<string, ActorId>> {
  if (handles.length === 0) return new Map()
  const rows = await db
    .selectFrom('actors')
    .select(['id', 'handle'])
    .where(
      'handle',
      'in',
      handles.map((h) => h.toLowerCase()),
    )
    .where('host', 'is', null)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.handle, row.id]))
}

export async function insertActor(tx: Tx, actor: { id: ActorId; handle: string; uri: string; name: string; at: Instant }): Promise<void> {
  await tx
    .insertInto('actors')
    .values({ id: actor.id, handle: actor.handle, host: null, uri: actor.uri, name: actor.name, created_at: actor.at, avatar_id: null, deleted_at: null })
    .execute()
}

export async function updateActor(tx: Tx, id: ActorId, change: { name?: string; avatar_id?: MediaId | null; locked?: boolean }): Promise<void> {
  if (Object.keys(change).length > 0) await tx.updateTable('actors').set(change).where('id', '=', id).execute()
}

/** The row stays as a tombstone, so that the handle is never given out again. */
export const buryActor = (tx: Tx, id: ActorId, at: Instant) =>
  tx.updateTable('actors').set({ deleted_at: at, name: '', avatar_id: null }).where('id', '=', id).where('deleted_at', 'is', null).execute()
