import { sql } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import { type SeenRow, seen } from './notes.ts'
import { visibleTo } from './visible.ts'

export type CommentSort = 'new' | 'old' | 'liked'
/** `key` goes into the cursor: time in ms, or likes. */
export type CommentRow = SeenRow & { key: number }

const withKey = (rows: SeenRow[], sort: CommentSort): CommentRow[] =>
  rows.map((row) => ({ ...row, key: sort === 'liked' ? row.likeCount : (row.publishedAt?.getTime() ?? 0) }))

/** Comments right under a note (`parent` null) or replies to one comment, without `except`. */
export async function commentPage(
  db: Reader,
  viewer: Viewer,
  {
    root,
    parent,
    except,
    sort,
    cursor,
    limit,
  }: { root: NoteId; parent: NoteId | null; except: NoteId | null; sort: CommentSort; cursor: Cursor | null; limit: number },
): Promise<CommentRow[]> {
  let query = seen(db, viewer)
    .where('notes.kind', '=', 'comment')
    .where('notes.state', '=', 'published')
    .where('notes.root_id', '=', root)
    .where('notes.parent_id', parent === null ? 'is' : '=', parent)
  if (except) query = query.where('notes.id', '<>', except)
  const column = sort === 'liked' ? 'notes.like_count' : 'notes.published_at'
  const direction = sort === 'old' ? 'asc' : 'desc'
  if (cursor) {
    const key = sort === 'liked' ? sql<number>`${Number(cursor.key)}::numeric` : sql<Instant>`${instant(Number(cursor.key))}::timestamptz`
    query = query.where(sql<boolean>`(${sql.ref(column)}, notes.id) ${sql.raw(sort === 'old' ? '>' : '<')} (${key}, ${cursor.id}::uuid)`)
  }
  return withKey(
    await query
      .orderBy(column, direction)
      .orderBy('notes.id', direction)
      .limit(limit + 1)
      .execute(),
    sort,
  )
}

/** The first `each` replies to each of these comments, oldest first; one query. */
export async function firstReplies(db: Reader, viewer: Viewer, parents: readonly NoteId[], each: number): Promise<SeenRow[]> {
  if (parents.length === 0) return []
  const numbered = db
    .selectFrom('notes')
    .select(['id', sql<number>`row_number() over (partition by parent_id order by published_at, id)`.as('number')])
    .where('parent_id', 'in', [...parents])
    .where('state', '=', 'published')
    .where(visibleTo(viewer))
  return seen(db, viewer)
    .innerJoin(numbered.as('n'), 'n.id', 'notes.id')
    .where('n.number', '<=', each)
    .orderBy('notes.published_at')
    .orderBy('notes.id')
    .execute()
}

/** How many replies each comment has that this viewer may see; one query. */
export async function replyCounts(db: Reader, viewer: Viewer, ids: readonly NoteId[]): Promise<Map<NoteId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('notes')
    .select(['parent_id', sql<number>`count(*)::int`.as('count')])
    .where('parent_id', 'in', [...ids])
    .where('state', '=', 'published')
    .where(visibleTo(viewer))
    .groupBy('parent_id')
    .execute()
  return new Map(rows.flatMap(({ parent_id, count }) => (parent_id ? [[parent_id, count] as const] : [])))
}

/** How much is said under a note that this viewer may see; the kept count also has what blocked people and narrower circles said. */
export async function countComments(db: Reader, viewer: Viewer, root: NoteId): Promise<number> {
  const { count } = await db
    .selectFrom('notes')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('kind', '=', 'comment')
    .where('root_id', '=', root)
    .where('state', '=', 'published')
    .where(visibleTo(viewer))
    .executeTakeFirstOrThrow()
  return count
}

export const addToComments = (tx: Tx, root: NoteId, by: 1 | -1) =>
  tx
    .updateTable('notes')
    .set({ comment_count: sql<number>`comment_count + ${by}` })
    .where('id', '=', root)
    .execute()

/** Answers to a comment that goes away move up to what it answered: nobody's words vanish with another's. */
export const liftReplies = (tx: Tx, comment: NoteId, to: NoteId | null) =>
  tx.updateTable('notes').set({ parent_id: to }).where('parent_id', '=', comment).execute()

/** Some comments under a note, whatever their state but gone, for the job that clears them. */
export async function someComments(tx: Tx, root: NoteId, limit: number): Promise<NoteId[]> {
  return (
    await tx
      .selectFrom('notes')
      .select('id')
      .where('root_id', '=', root)
      .where('kind', '=', 'comment')
      .where('state', '<>', 'author-deleted')
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .execute()
  ).map((row) => row.id)
}

/** What an author still has here, oldest first. */
export async function someNotesBy(db: Reader, author: string, limit: number): Promise<NoteId[]> {
  return (
    await db
      .selectFrom('notes')
      .select('id')
      .where('author_id', '=', author as never)
      .where('state', '<>', 'author-deleted')
      .orderBy('id')
      .limit(limit)
      .execute()
  ).map((row) => row.id)
}

export const unpin = (tx: Tx, root: NoteId, comment: NoteId) =>
  tx.updateTable('notes').set({ pinned_comment_id: null }).where('id', '=', root).where('pinned_comment_id', '=', comment).execute()
