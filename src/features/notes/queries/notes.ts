import { type Insertable, sql, type Updateable } from 'kysely'
import { type Instant, instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import { anonymous, type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import type { NotesTable } from '../tables.ts'
import { visibleTo } from './visible.ts'

const columns = [
  'notes.id',
  'notes.author_id as authorId',
  'notes.kind',
  'notes.root_id as rootId',
  'notes.parent_id as parentId',
  'notes.visibility',
  'notes.state',
  'notes.language',
  'notes.place_id as placeId',
  'notes.licence',
  'notes.cover_pattern as coverPattern',
  'notes.picture_count as pictureCount',
  'notes.created_at as createdAt',
  'notes.published_at as publishedAt',
  'notes.edited_at as editedAt',
  'notes.revision',
  'notes.like_count as likeCount',
  'notes.save_count as saveCount',
  'notes.boost_count as boostCount',
  'notes.comment_count as commentCount',
  'notes.pinned_comment_id as pinnedCommentId',
] as const

const plain = (db: Reader) => db.selectFrom('notes').select(columns)
export type NoteRow = Awaited<ReturnType<ReturnType<typeof plain>['executeTakeFirstOrThrow']>>
/** A note with what the viewer did to it. */
export type SeenRow = NoteRow & { liked: boolean; saved: boolean; boosted: boolean }

/** Notes this viewer may see, with the viewer's own marks. */
export function seen(db: Reader, viewer: Viewer) {
  const me = viewerId(viewer)
  const mark = (table: 'likes' | 'saves' | 'boosts') =>
    me === null ? sql<boolean>`false` : sql<boolean>`exists (select 1 from ${sql.table(table)} m where m.note_id = notes.id and m.actor_id = ${me})`
  return plain(db)
    .select([mark('likes').as('liked'), mark('saves').as('saved'), mark('boosts').as('boosted')])
    .where(visibleTo(viewer))
}

export const seenNote = (db: Reader, viewer: Viewer, id: NoteId): Promise<SeenRow | undefined> => seen(db, viewer).where('notes.id', '=', id).executeTakeFirst()

/** A note with what its tile is made of beside: its topics in order, and whether anybody may see it. */
export type TileRow = SeenRow & { topics: string[]; isOpen: boolean }

/** No comments; order is the caller's business. */
export const seenNotes = (db: Reader, viewer: Viewer, ids: readonly NoteId[]): Promise<TileRow[]> =>
  seen(db, viewer)
    .select([
      sql<string[]>`array(select t.topic_id from note_topics t where t.note_id = notes.id order by t.position)`.as('topics'),
      sql<boolean>`${visibleTo(anonymous())}`.as('isOpen'),
    ])
    .where('notes.id', 'in', [...new Set(ids)])
    .where('kind', '<>', 'comment')
    .execute()

/** Which of these notes or comments the viewer may read. Whoever has left is not read any more, though a job still clears their notes away. */
export async function readableIds(db: Reader, viewer: Viewer, ids: readonly NoteId[], comments: boolean): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('notes')
    .select('id')
    .where('id', 'in', ids)
    .where('kind', comments ? '=' : '<>', 'comment')
    .where('state', '<>', 'author-deleted')
    .where(visibleTo(viewer))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('actors').select('actors.id').whereRef('actors.id', '=', 'notes.author_id').where('actors.deleted_at', 'is', null)),
    )
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Whoever may see it: for jobs and verbs that have their own right. */
export const noteById = (db: Reader, id: NoteId): Promise<NoteRow | undefined> => plain(db).where('id', '=', id).executeTakeFirst()
export const notesById = async (db: Reader, ids: readonly NoteId[]): Promise<NoteRow[]> =>
  ids.length === 0
    ? []
    : plain(db)
        .where('id', 'in', [...new Set(ids)])
        .execute()
export const lockNote = (tx: Tx, id: NoteId): Promise<NoteRow | undefined> => plain(tx).where('id', '=', id).forUpdate().executeTakeFirst()

export async function noteByKey(db: Reader, author: ActorId, key: string): Promise<NoteId | undefined> {
  return (await db.selectFrom('notes').select('id').where('author_id', '=', author).where('idempotency_key', '=', key).executeTakeFirst())?.id
}

export const insertNote = (tx: Tx, row: Insertable<NotesTable>) => tx.insertInto('notes').values(row).execute()
export const updateNote = (tx: Tx, id: NoteId, change: Updateable<NotesTable>) => tx.updateTable('notes').set(change).where('id', '=', id).execute()

/** A narrower note narrows what was said under it in its own circle. */
export const narrowComments = (tx: Tx, root: NoteId, from: NotesTable['visibility'], to: NotesTable['visibility']) =>
  tx.updateTable('notes').set({ visibility: to }).where('root_id', '=', root).where('visibility', '=', from).execute()

export const commentIdsOf = async (tx: Tx, root: NoteId): Promise<NoteId[]> =>
  (await tx.selectFrom('notes').select('id').where('root_id', '=', root).execute()).map((row) => row.id)

/** Whether someone else has said something under it that stands. */
export const isAnswered = async (tx: Tx, { id, authorId }: Pick<NoteRow, 'id' | 'authorId'>): Promise<boolean> =>
  (await tx
    .selectFrom('notes')
    .select('id')
    .where('root_id', '=', id)
    .where('author_id', '<>', authorId)
    .where('state', '<>', 'author-deleted')
    .limit(1)
    .executeTakeFirst()) !== undefined

const position = (cursor: Cursor): { at: Instant; id: NoteId } => ({ at: instant(Number(cursor.key)), id: cursor.id as NoteId })

/** Ids of an author's notes and of those they joined as co-author, newest first, at most `limit` + 1. `archived` lists the archive, which only they see. */
export async function notesBy(
  db: Reader,
  viewer: Viewer,
  author: ActorId,
  { cursor, limit, archived }: { cursor: Cursor | null; limit: number; archived: boolean },
): Promise<{ id: NoteId; at: Instant }[]> {
  const standing = () => {
    const query = db
      .selectFrom('notes')
      .select(['notes.id', sql<Instant>`notes.published_at`.as('at')])
      .where('notes.kind', '<>', 'comment')
      .where('notes.state', '=', archived ? 'archived' : 'published')
      .where('notes.published_at', 'is not', null)
      .where(visibleTo(viewer))
      .orderBy('notes.published_at', 'desc')
      .orderBy('notes.id', 'desc')
      .limit(limit + 1)
    if (!cursor) return query
    const { at, id } = position(cursor)
    return query.where((eb) => eb(eb.refTuple('notes.published_at', 'notes.id'), '<', eb.tuple(at as Instant | null, id)))
  }
  // Two questions, so that each goes down its own index.
  const [own, joined] = await Promise.all([
    standing().where('notes.author_id', '=', author).execute(),
    archived
      ? []
      : standing().innerJoin('note_coauthors as c', 'c.note_id', 'notes.id').where('c.actor_id', '=', author).where('c.state', '=', 'joined').execute(),
  ])
  return [...own, ...joined].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)).slice(0, limit + 1)
}

/** Public notes with topics in common (or ones that are the same), most first, then newest, out of the newest 300 of those topics. */
export async function similarTo(db: Reader, viewer: Viewer, id: NoteId, limit: number): Promise<NoteId[]> {
  const own = db.selectFrom('note_topics').select('topic_id').where('note_id', '=', id)
  const topics = db.selectFrom('topics as own').innerJoin('topics as one', 'one.head_id', 'own.head_id').select('one.id').where('own.id', 'in', own)
  const recent = db
    .selectFrom('note_topics')
    .select(['note_id', 'published_at'])
    .where('topic_id', 'in', topics)
    .where('note_id', '<>', id)
    .orderBy('published_at', 'desc')
    .limit(300)
  const rows = await db
    .selectFrom(recent.as('t'))
    .innerJoin('notes', 'notes.id', 't.note_id')
    .select('notes.id')
    .where('notes.state', '=', 'published')
    .where('notes.visibility', '=', 'public')
    .where(visibleTo(viewer))
    .groupBy(['notes.id', 'notes.published_at'])
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('notes.published_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Public notes or comments by id, for an index that is rebuilt page by page. */
export async function idsAfter(db: Reader, comments: boolean, after: NoteId | null, limit: number): Promise<NoteId[]> {
  let query = db
    .selectFrom('notes')
    .select('id')
    .where('kind', comments ? '=' : '<>', 'comment')
    .where('state', '=', 'published')
    .where('visibility', '=', 'public')
  if (after) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map((row) => row.id)
}

/** Notes that carry any of these topics, or the comments under such notes, by id. */
export async function idsUnderTopics(
  db: Reader,
  comments: boolean,
  topics: readonly string[],
  { after, limit }: { after: NoteId | null; limit: number },
): Promise<NoteId[]> {
  const tagged = db
    .selectFrom('note_topics')
    .select('note_id')
    .where('topic_id', 'in', [...topics])
  let query = db
    .selectFrom('notes')
    .select('id')
    .where(comments ? 'root_id' : 'id', 'in', tagged)
    .where('kind', comments ? '=' : '<>', 'comment')
  if (after) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map((row) => row.id)
}

/** All an author has written, oldest first, for their archive. */
export function notesOfAuthor(db: Reader, author: ActorId, comments: boolean, after: NoteId | null, limit: number): Promise<NoteRow[]> {
  let query = plain(db)
    .where('author_id', '=', author)
    .where('kind', comments ? '=' : '<>', 'comment')
    .where('state', '<>', 'author-deleted')
  if (after) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

/** What an actor liked, boosted or saved, oldest first. */
export function marksOf(
  db: Reader,
  marks: 'likes' | 'boosts' | 'saves',
  actor: ActorId,
  after: NoteId | null,
  limit: number,
): Promise<{ noteId: NoteId; at: Instant }[]> {
  let query = db.selectFrom(marks).select(['note_id as noteId', 'created_at as at']).where('actor_id', '=', actor)
  if (after) query = query.where('note_id', '>', after)
  return query.orderBy('note_id').limit(limit).execute()
}
