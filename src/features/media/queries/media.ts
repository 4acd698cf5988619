import { sql } from 'kysely'
import type { Instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { Subject } from '#ground/feature.ts'
import type { ActorId, MediaId } from '#ground/ids/index.ts'
import type { Focal, MediaState, StoredVariant } from '../picture.ts'
import '../tables.ts'

export interface MediaRow {
  id: MediaId
  ownerId: ActorId
  state: MediaState
  reason: string | null
  hash: string | null
  mediaType: string | null
  width: number | null
  height: number | null
  focal: Focal
  alt: string
  preview: string | null
  variants: StoredVariant[]
  subject: Subject | null
  bytes: number
  tries: number
}

const columns = [
  'id',
  'owner_id',
  'state',
  'reason',
  'hash',
  'media_type',
  'width',
  'height',
  'focal_x',
  'focal_y',
  'alt',
  'preview',
  'variants',
  'subject_kind',
  'subject_id',
  'bytes',
  'tries',
] as const
type Columns = Awaited<ReturnType<typeof select>>[number]
const select = (db: Reader) => db.selectFrom('media').select(columns).execute()

const read = (row: Columns): MediaRow => ({
  id: row.id,
  ownerId: row.owner_id,
  state: row.state,
  reason: row.reason,
  hash: row.hash,
  mediaType: row.media_type,
  width: row.width,
  height: row.height,
  focal: { x: row.focal_x, y: row.focal_y },
  alt: row.alt,
  preview: row.preview,
  variants: row.variants,
  subject: row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
  bytes: row.bytes,
  tries: row.tries,
})

export async function findMedia(db: Reader, id: MediaId): Promise<MediaRow | undefined> {
  const row = await db.selectFrom('media').select(columns).where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

export async function mediaById(db: Reader, ids: readonly MediaId[]): Promise<MediaRow[]> {
  if (ids.length === 0) return []
  return (
    await db
      .selectFrom('media')
      .select(columns)
      .where('id', 'in', [...new Set(ids)])
      .execute()
  ).map(read)
}

/** Locked until the transaction ends, so that two subjects cannot claim one picture. */
export async function lockMedia(tx: Tx, ids: readonly MediaId[]): Promise<Map<MediaId, MediaRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('media')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, read(row)]))
}

/** In the order their subject gave them. */
export async function mediaOfSubjects(db: Reader, kind: string, ids: readonly string[], onlyFirst = false): Promise<MediaRow[]> {
  if (ids.length === 0) return []
  const query = db
    .selectFrom('media')
    .select(columns)
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', [...new Set(ids)])
    .orderBy('subject_id')
    .orderBy('position')
  return (await (onlyFirst ? query.distinctOn('subject_id') : query).execute()).map(read)
}

/** Ids of the pictures a subject shows. */
export async function pictureIdsOf(db: Reader, { kind, id }: Subject): Promise<MediaId[]> {
  const rows = await db.selectFrom('media').select('id').where('subject_kind', '=', kind).where('subject_id', '=', id).orderBy('position').execute()
  return rows.map((row) => row.id)
}

export async function insertMedia(
  tx: Reader,
  row: { id: MediaId; ownerId: ActorId; state: MediaState; bytes: number; at: Instant; hash?: string; mediaType?: string; alt?: string; focal?: Focal },
): Promise<void> {
  await tx
    .insertInto('media')
    .values({
      id: row.id,
      owner_id: row.ownerId,
      state: row.state,
      reason: null,
      hash: row.hash ?? null,
      media_type: row.mediaType ?? null,
      width: null,
      height: null,
      focal_x: row.focal?.x ?? 0.5,
      focal_y: row.focal?.y ?? 0.5,
      alt: row.alt ?? '',
      thumbhash: null,
      preview: null,
      subject_kind: null,
      subject_id: null,
      position: 0,
      bytes: row.bytes,
      created_at: row.at,
    })
    .execute()
}

export async function unfinishedOf(db: Reader, owner: ActorId): Promise<{ count: number; bytes: number }> {
  const row = await db
    .selectFrom('media')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.coalesce(eb.fn.sum<number>('bytes'), sql<number>`0`).as('bytes')])
    .where('owner_id', '=', owner)
    .where('state', '=', 'uploading')
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), bytes: Number(row.bytes) }
}

/** All that use or remove the files of one hash. */
export const lockHash = (tx: Tx, hash: string): Promise<void> => takeTurns(tx, `media ${hash}`)

/** Uploaded and known; false when it was cancelled meanwhile. */
export async function markChecked(tx: Tx, id: MediaId, found: { hash: string; mediaType: string; bytes: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('media')
    .set({ state: 'checked', hash: found.hash, media_type: found.mediaType, bytes: found.bytes })
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Counts one more decoding; the row before it, or undefined when there is nothing to decode. */
export async function beginTry(db: Reader, id: MediaId): Promise<MediaRow | undefined> {
  const row = await db
    .updateTable('media')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .returning(columns)
    .executeTakeFirst()
  return row && read(row)
}

export interface Finished {
  width: number
  height: number
  thumbhash: string
  preview: string
  variants: StoredVariant[]
}

/** Answers the subject it belongs to by now; undefined when the row is gone or was finished by another run. */
export async function markReady(tx: Tx, id: MediaId, { variants, ...facts }: Finished): Promise<MediaRow | undefined> {
  const row = await tx
    .updateTable('media')
    .set({ state: 'ready', variants: JSON.stringify(variants) as never, ...facts })
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .returning(columns)
    .executeTakeFirst()
  return row && read(row)
}

export async function markFailed(tx: Tx, id: MediaId, reason: string): Promise<MediaRow | undefined> {
  const row = await tx
    .updateTable('media')
    .set({ state: 'failed', reason })
    .where('id', '=', id)
    .where('state', 'in', ['uploading', 'checked'])
    .returning(columns)
    .executeTakeFirst()
  return row && read(row)
}

/** A picture already made from the same bytes: its files are used again. */
export async function readyTwin(db: Reader, hash: string): Promise<Finished | undefined> {
  const row = await db
    .selectFrom('media')
    .select(['width', 'height', 'thumbhash', 'preview', 'variants'])
    .where('hash', '=', hash)
    .where('state', '=', 'ready')
    .limit(1)
    .executeTakeFirst()
  return row?.width && row.height && row.thumbhash && row.preview
    ? { width: row.width, height: row.height, thumbhash: row.thumbhash, preview: row.preview, variants: row.variants }
    : undefined
}

export async function updateMedia(tx: Reader, id: MediaId, change: { alt?: string; focal?: Focal; subject?: Subject; position?: number }): Promise<void> {
  const set = {
    ...(change.alt === undefined ? {} : { alt: change.alt }),
    ...(change.focal ? { focal_x: change.focal.x, focal_y: change.focal.y } : {}),
    ...(change.subject ? { subject_kind: change.subject.kind, subject_id: change.subject.id } : {}),
    ...(change.position === undefined ? {} : { position: change.position }),
  }
  if (Object.keys(set).length > 0) await tx.updateTable('media').set(set).where('id', '=', id).execute()
}
