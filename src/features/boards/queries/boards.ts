import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { visibleTo } from '#features/notes/index.ts'
import { type Instant, instant } from '#ground/clock/index.ts'
import { type Reader, type Tx, takeTurns } from '#ground/database/index.ts'
import { type Member, type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { ActorId, BoardId, NoteId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import type { BoardsTable } from '../tables.ts'

const columns = [
  'boards.id',
  'boards.owner_id as ownerId',
  'boards.name',
  'boards.description',
  'boards.secret',
  'boards.is_default as isDefault',
  'boards.note_count as noteCount',
  'boards.created_at as createdAt',
  'boards.updated_at as updatedAt',
] as const
const plain = (db: Reader) => db.selectFrom('boards').select(columns)
export type BoardRow = Awaited<ReturnType<ReturnType<typeof plain>['executeTakeFirstOrThrow']>>

/**
 * One's own, those one was asked into, and those of others that are not secret unless the owner is locked and does not know the viewer.
 * Never of somebody with a block either way.
 */
function boardVisibleTo(viewer: Viewer) {
  const me = viewerId(viewer)
  const isHere = sql`exists (select 1 from actors a left join members m on m.actor_id = a.id where a.id = boards.owner_id and a.deleted_at is null and coalesce(m.state, 'active') = 'active'`
  if (me === null) return sql<SqlBool>`(not boards.secret and ${isHere} and not a.locked))`
  return sql<SqlBool>`(boards.owner_id = ${me} or (${isHere}
    and (exists (select 1 from board_people p where p.board_id = boards.id and p.actor_id = ${me}) or (not boards.secret
      and (not a.locked or exists (select 1 from follows f where f.follower_id = ${me} and f.followee_id = a.id and f.state = 'accepted'))))
    and not exists (select 1 from blocks b where (b.actor_id = ${me} and b.target_id = a.id) or (b.actor_id = a.id and b.target_id = ${me})))))`
}
/** One's own, and those one keeps together with their owner. */
const keptBy = (member: ActorId) =>
  sql<SqlBool>`(boards.owner_id = ${member} or boards.id in (select p.board_id from board_people p where p.actor_id = ${member} and p.state = 'joined'))`

export const seenBoard = (db: Reader, viewer: Viewer, id: BoardId): Promise<BoardRow | undefined> =>
  plain(db).where('id', '=', id).where(boardVisibleTo(viewer)).executeTakeFirst()
export const boardsById = async (db: Reader, ids: readonly BoardId[]): Promise<BoardRow[]> =>
  ids.length === 0
    ? []
    : plain(db)
        .where('id', 'in', [...ids])
        .execute()
export const ownBoard = (db: Reader, owner: ActorId, id: BoardId): Promise<BoardRow | undefined> =>
  plain(db).where('id', '=', id).where('owner_id', '=', owner).executeTakeFirst()
/** Those of these boards whose notes and sections this member may change. */
export const keptBoards = async (db: Reader, member: Member, ids: readonly BoardId[]): Promise<BoardRow[]> =>
  ids.length === 0
    ? []
    : plain(db)
        .where('id', 'in', [...ids])
        .where(keptBy(member.id))
        .where(boardVisibleTo(member))
        .execute()

export async function readableBoards(db: Reader, viewer: Viewer, ids: readonly BoardId[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('boards')
    .select('id')
    .where('id', 'in', [...ids])
    .where(boardVisibleTo(viewer))
    .execute()
  return new Set(rows.map((row) => row.id))
}

interface Stretch {
  cursor: Cursor | null
  limit: number
}
function pageOfBoards(query: ReturnType<typeof plain>, { cursor, limit }: Stretch): Promise<BoardRow[]> {
  const from = cursor ? query.where((eb) => eb(eb.refTuple('updated_at', 'id'), '<', eb.tuple(instant(cursor.key), cursor.id as BoardId))) : query
  return from
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
/** Boards of one owner that this viewer may see, last changed first. */
export const boardPage = (db: Reader, viewer: Viewer, owner: ActorId, stretch: Stretch): Promise<BoardRow[]> =>
  pageOfBoards(plain(db).where('owner_id', '=', owner).where(boardVisibleTo(viewer)), stretch)
/** Boards that this member keeps, alone or with others, last changed first. */
export const keptPage = (db: Reader, member: Member, stretch: Stretch): Promise<BoardRow[]> =>
  pageOfBoards(plain(db).where(keptBy(member.id)).where(boardVisibleTo(member)), stretch)
/** Boards that this member was asked into and has not answered, last changed first. */
export const askedPage = (db: Reader, member: Member, stretch: Stretch): Promise<BoardRow[]> =>
  pageOfBoards(
    plain(db)
      .where(sql<SqlBool>`boards.id in (select p.board_id from board_people p where p.actor_id = ${member.id} and p.state = 'asked')`)
      .where(boardVisibleTo(member)),
    stretch,
  )

/** Ids of boards that may be found, for an index that is rebuilt page by page. */
export async function boardsAfter(db: Reader, after: string | null, limit: number): Promise<string[]> {
  let query = db.selectFrom('boards').select('id').where('secret', '=', false)
  if (after) query = query.where('id', '>', after as BoardId)
  return (await query.orderBy('id').limit(limit).execute()).map((row) => row.id)
}

/** One change of these members' boards at a time: counts and sums of saves stay exact. In one order for all, so that nobody waits in a circle. */
export const lockBoardsOf = (tx: Tx, ...members: ActorId[]): Promise<void> => takeTurns(tx, ...members.map((member) => `commonplace.boards.${member}`))

export const boardsOf = (db: Reader, owner: ActorId): Promise<BoardRow[]> =>
  plain(db).where('owner_id', '=', owner).orderBy('created_at').orderBy('id').execute()
export const defaultBoardOf = (db: Reader, owner: ActorId): Promise<BoardRow | undefined> =>
  plain(db).where('owner_id', '=', owner).where('is_default', '=', true).executeTakeFirst()
export const insertBoard = (tx: Tx, row: Insertable<BoardsTable>) => tx.insertInto('boards').values(row).execute()
export const updateBoard = (tx: Tx, id: BoardId, change: Updateable<BoardsTable>) => tx.updateTable('boards').set(change).where('id', '=', id).execute()
export const deleteBoardRow = (tx: Tx, id: BoardId) => tx.deleteFrom('boards').where('id', '=', id).execute()

export const sectionsOf = (db: Reader, board: BoardId) =>
  db.selectFrom('board_sections').select(['id', 'name']).where('board_id', '=', board).orderBy('position').orderBy('id').execute()
export const insertSection = (tx: Tx, row: { id: string; board_id: BoardId; name: string; position: number }) =>
  tx.insertInto('board_sections').values(row).execute()
export const renameSection = (tx: Tx, id: string, name: string) => tx.updateTable('board_sections').set({ name }).where('id', '=', id).execute()
export const deleteSection = (tx: Tx, id: string) => tx.deleteFrom('board_sections').where('id', '=', id).execute()

/** Boards on which this member put a note. */
export const boardsHolding = (db: Reader, member: ActorId, note: NoteId): Promise<BoardRow[]> =>
  plain(db)
    .innerJoin('board_notes', 'board_notes.board_id', 'boards.id')
    .where('note_id', '=', note)
    .where('added_by', '=', member)
    .orderBy('boards.created_at')
    .orderBy('boards.id')
    .execute()

/** Boards that this member keeps along and where somebody else put the note. */
export const heldByOthers = (db: Reader, member: Member, note: NoteId): Promise<{ id: BoardId; by: ActorId }[]> =>
  db
    .selectFrom('boards')
    .innerJoin('board_notes', 'board_notes.board_id', 'boards.id')
    .select(['boards.id', 'added_by as by'])
    .where('note_id', '=', note)
    .where('added_by', '<>', member.id)
    .where(keptBy(member.id))
    .where(boardVisibleTo(member))
    .orderBy('boards.id')
    .execute()

/** Puts a note on top. True when it was not there. */
export async function insertBoardNote(tx: Tx, row: { board: BoardId; note: NoteId; by: ActorId; at: Instant }): Promise<boolean> {
  const written = await tx
    .insertInto('board_notes')
    .values({
      board_id: row.board,
      note_id: row.note,
      section_id: null,
      added_by: row.by,
      created_at: row.at,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from board_notes where board_id = ${row.board})`,
    })
    .onConflict((on) => on.doNothing())
    .returning('note_id')
    .executeTakeFirst()
  if (!written) return false
  await tx.updateTable('boards').set({ note_count: sql<number>`note_count + 1`, updated_at: row.at }).where('id', '=', row.board).execute()
  return true
}

/** Answers whose save it was; null when it was not there. */
export async function deleteBoardNote(tx: Tx, board: BoardId, note: NoteId): Promise<ActorId | null> {
  const gone = await tx.deleteFrom('board_notes').where('board_id', '=', board).where('note_id', '=', note).returning('added_by').executeTakeFirst()
  if (!gone) return null
  await tx.updateTable('boards').set({ note_count: sql<number>`note_count - 1` }).where('id', '=', board).execute()
  return gone.added_by
}

export const isOnBoard = async (db: Reader, board: BoardId, note: NoteId): Promise<boolean> =>
  (await db.selectFrom('board_notes').select('note_id').where('board_id', '=', board).where('note_id', '=', note).executeTakeFirst()) !== undefined

/** Off every board of everybody. */
export async function deleteNoteEverywhere(tx: Tx, note: NoteId): Promise<void> {
  await sql`with gone as (delete from board_notes where note_id = ${note} returning board_id)
    update boards set note_count = note_count - 1 from gone where boards.id = gone.board_id`.execute(tx)
}

export const setSection = (tx: Tx, board: BoardId, note: NoteId, section: string | null) =>
  tx.updateTable('board_notes').set({ section_id: section }).where('board_id', '=', board).where('note_id', '=', note).execute()

/** All notes of a board in order; at most the limit of a board. */
export async function noteIdsOf(db: Reader, board: BoardId): Promise<NoteId[]> {
  const rows = await db
    .selectFrom('board_notes')
    .select('note_id')
    .where('board_id', '=', board)
    .orderBy('position', 'desc')
    .orderBy('note_id', 'desc')
    .execute()
  return rows.map((row) => row.note_id)
}

export async function writeOrder(tx: Tx, board: BoardId, ids: readonly NoteId[]): Promise<void> {
  await sql`update board_notes set position = ${ids.length} - wanted.place from unnest(${ids}::uuid[]) with ordinality as wanted(id, place)
    where board_id = ${board} and note_id = wanted.id`.execute(tx)
}

export interface Placed {
  id: NoteId
  sectionId: string | null
  position: number
}

export function boardNotePage(
  db: Reader,
  board: BoardId,
  { section, cursor, limit }: { section: string | null; cursor: Cursor | null; limit: number },
): Promise<Placed[]> {
  let query = db.selectFrom('board_notes').select(['note_id as id', 'section_id as sectionId', 'position']).where('board_id', '=', board)
  if (section) query = query.where('section_id', '=', section)
  if (cursor) query = query.where((eb) => eb(eb.refTuple('position', 'note_id'), '<', eb.tuple(Number(cursor.key), cursor.id as NoteId)))
  return query
    .orderBy('position', 'desc')
    .orderBy('note_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** The first few notes of each board, for its cover. */
export async function firstNotes(db: Reader, boards: readonly BoardId[], each: number): Promise<{ board: BoardId; note: NoteId }[]> {
  if (boards.length === 0) return []
  const { rows } = await sql<{ board: BoardId; note: NoteId }>`
    select wanted.board, first.note_id as note from unnest(${boards}::uuid[]) wanted(board), lateral (
      select note_id, position from board_notes n where n.board_id = wanted.board order by position desc, note_id desc limit ${each}) first
    order by first.position desc, first.note_id desc`.execute(db)
  return rows
}

/** How many notes of each board this viewer may see; one query, and a board holds a thousand at most. */
export async function countNotes(db: Reader, viewer: Viewer, boards: readonly BoardId[]): Promise<Map<BoardId, number>> {
  if (boards.length === 0) return new Map()
  const rows = await db
    .selectFrom('board_notes')
    .innerJoin('notes', 'notes.id', 'board_notes.note_id')
    .select(['board_id', sql<number>`count(*)::int`.as('count')])
    .where('board_id', 'in', [...boards])
    .where(visibleTo(viewer))
    .groupBy('board_id')
    .execute()
  return new Map(rows.map((row) => [row.board_id, row.count]))
}

/** Boards whose count is not the number of their notes; 0 is healthy. */
export async function wrongCounts(db: Reader): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from boards where note_count <> (select count(*) from board_notes n where n.board_id = boards.id)`.execute(db)
  return rows[0]?.count ?? 0
}
