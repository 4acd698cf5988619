import { sql } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import type { DraftContent } from '../composer.ts'
import '../tables.ts'

export interface DraftRow {
  id: string
  authorId: ActorId
  content: DraftContent
  version: number
  scheduledFor: Instant | null
  refusal: { code: string; facts: Record<string, unknown> } | null
  createdAt: Instant
  updatedAt: Instant
}

const drafts = (db: Reader) =>
  db
    .selectFrom('drafts')
    .select([
      'id',
      'author_id as authorId',
      'content',
      'version',
      'scheduled_for as scheduledFor',
      'refusal',
      'created_at as createdAt',
      'updated_at as updatedAt',
    ])
const read = (row: unknown): DraftRow => row as DraftRow

export async function draftOf(db: Reader, author: ActorId, id: string): Promise<DraftRow | undefined> {
  const row = await drafts(db).where('id', '=', id).where('author_id', '=', author).executeTakeFirst()
  return row && read(row)
}

export async function lockDraft(tx: Tx, author: ActorId, id: string): Promise<DraftRow | undefined> {
  const row = await drafts(tx).where('id', '=', id).where('author_id', '=', author).forUpdate().executeTakeFirst()
  return row && read(row)
}

/** Newest change first. */
export async function draftsOf(db: Reader, author: ActorId, cursor: Cursor | null, limit: number): Promise<DraftRow[]> {
  let query = drafts(db).where('author_id', '=', author)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('updated_at', 'id'), '<', eb.tuple(instant(Number(cursor.key)), cursor.id)))
  return (
    await query
      .orderBy('updated_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
  ).map(read)
}

/** How many there are; whoever else counts this author's drafts waits until the transaction ends. */
export async function countDrafts(tx: Tx, author: ActorId): Promise<number> {
  await takeTurns(tx, `drafts ${author}`)
  return (await tx.selectFrom('drafts').select(sql<number>`count(*)::int`.as('count')).where('author_id', '=', author).executeTakeFirstOrThrow()).count
}

export const insertDraft = (tx: Tx, row: { id: string; author: ActorId; content: DraftContent; scheduledFor: Instant | null; at: Instant }) =>
  tx
    .insertInto('drafts')
    .values({
      id: row.id,
      author_id: row.author,
      content: JSON.stringify(row.content),
      version: 1,
      scheduled_for: row.scheduledFor,
      refusal: null,
      created_at: row.at,
      updated_at: row.at,
    })
    .execute()

export const updateDraft = (
  tx: Reader,
  id: string,
  change: { content?: DraftContent; version?: number; scheduledFor?: Instant | null; refusal?: DraftRow['refusal']; at?: Instant },
) =>
  tx
    .updateTable('drafts')
    .set({
      ...(change.content ? { content: JSON.stringify(change.content) } : {}),
      ...(change.version === undefined ? {} : { version: change.version }),
      ...(change.at ? { updated_at: change.at } : {}),
      ...(change.scheduledFor === undefined ? {} : { scheduled_for: change.scheduledFor }),
      ...(change.refusal === undefined ? {} : { refusal: change.refusal && JSON.stringify(change.refusal) }),
    })
    .where('id', '=', id)
    .execute()

export async function removeDraft(tx: Tx, author: ActorId, id: string): Promise<boolean> {
  return (await tx.deleteFrom('drafts').where('id', '=', id).where('author_id', '=', author).executeTakeFirst()).numDeletedRows > 0n
}

export async function dueDrafts(db: Reader, now: Instant, limit: number): Promise<DraftRow[]> {
  return (await drafts(db).where('scheduled_for', '<=', now).orderBy('scheduled_for').limit(limit).execute()).map(read)
}

/** The draft, if it is still due and as it was (`version`), and nobody else is publishing it. */
export async function takeDue(tx: Tx, id: string, version: number, now: Instant): Promise<DraftRow | undefined> {
  const row = await drafts(tx).where('id', '=', id).where('version', '=', version).where('scheduled_for', '<=', now).forUpdate().skipLocked().executeTakeFirst()
  return row && read(row)
}

export const draftIdsOf = async (db: Reader, author: ActorId): Promise<string[]> =>
  (await db.selectFrom('drafts').select('id').where('author_id', '=', author).execute()).map((row) => row.id)
export async function draftOwners(db: Reader, ids: readonly string[]): Promise<Map<string, ActorId>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('drafts')
    .select(['id', 'author_id'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.author_id]))
}
