import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import type { StoredVariant } from '../picture.ts'
import '../tables.ts'
import { findMedia } from './media.ts'

export interface Leftover {
  mediaId: MediaId
  hash: string | null
  variants: StoredVariant[]
}

type Which = { subject: Subject; except?: readonly MediaId[] } | { id: MediaId } | { owner: ActorId }

/** Deletes rows and notes what they leave in storage, in one transaction. Answers how many. */
export async function dropMedia(tx: Tx, which: Which): Promise<number> {
  let query = tx.deleteFrom('media').returning(['id', 'hash', 'variants'])
  if ('id' in which) query = query.where('id', '=', which.id)
  else if ('owner' in which) query = query.where('owner_id', '=', which.owner)
  else {
    query = query.where('subject_kind', '=', which.subject.kind).where('subject_id', '=', which.subject.id)
    if (which.except?.length) query = query.where('id', 'not in', [...which.except])
  }
  return noteLeftovers(tx, await query.execute())
}

/** Uploads that were begun and not finished before `unfinished`, and pictures that nothing claimed before `unclaimed`. */
export async function dropForgotten(tx: Tx, { unfinished, unclaimed }: { unfinished: Instant; unclaimed: Instant }): Promise<number> {
  const rows = await tx
    .deleteFrom('media')
    .where('subject_id', 'is', null)
    .where((eb) => eb.or([eb('created_at', '<', unclaimed), eb.and([eb('created_at', '<', unfinished), eb('state', '=', 'uploading')])]))
    .returning(['id', 'hash', 'variants'])
    .execute()
  return noteLeftovers(tx, rows)
}

async function noteLeftovers(tx: Tx, rows: { id: MediaId; hash: string | null; variants: StoredVariant[] }[]): Promise<number> {
  if (rows.length > 0) {
    await tx
      .insertInto('media_leftovers')
      .values(rows.map((row) => ({ media_id: row.id, hash: row.hash, variants: JSON.stringify(row.variants) as never })))
      .onConflict((on) => on.doNothing())
      .execute()
  }
  return rows.length
}

/** Files that were stored for a row which was removed meanwhile: it could not name them itself. Does nothing while the row is there. */
export async function noteStored(tx: Tx, { id, hash, variants }: { id: MediaId; hash: string; variants: StoredVariant[] }): Promise<void> {
  if (await findMedia(tx, id)) return
  const left = { hash, variants: JSON.stringify(variants) as never }
  await tx
    .insertInto('media_leftovers')
    .values({ media_id: id, ...left })
    .onConflict((on) => on.column('media_id').doUpdateSet(left))
    .execute()
}

/** The next one, locked; others working on the list skip it. */
export async function takeLeftover(tx: Tx): Promise<Leftover | undefined> {
  const row = await tx.selectFrom('media_leftovers').selectAll().limit(1).forUpdate().skipLocked().executeTakeFirst()
  return row && { mediaId: row.media_id, hash: row.hash, variants: row.variants }
}

export async function leftoverDone(tx: Tx, id: MediaId): Promise<void> {
  await tx.deleteFrom('media_leftovers').where('media_id', '=', id).execute()
}

/** A picture that failed has no files. */
export async function isHashUsed(db: Reader, hash: string): Promise<boolean> {
  return (await db.selectFrom('media').select('id').where('hash', '=', hash).where('state', '<>', 'failed').limit(1).executeTakeFirst()) !== undefined
}

/** For doctor: pictures that have waited for the decoder for more than a day. */
export async function countStuck(db: Reader): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from media where state = 'checked' and created_at < now() - interval '1 day'`.execute(db)
  return rows[0]?.count ?? 0
}

/** A member's pictures, for their archive. */
export async function mediaOfOwner(db: Reader, owner: ActorId, after: MediaId | null, limit: number) {
  const query = db
    .selectFrom('media')
    .select(['id', 'alt', 'width', 'height', 'media_type', 'subject_kind', 'subject_id', 'created_at'])
    .where('owner_id', '=', owner)
    .where('state', '=', 'ready')
    .orderBy('id')
    .limit(limit)
  return (after ? query.where('id', '>', after) : query).execute()
}
