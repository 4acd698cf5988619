import type { Instant } from '#ground/clock/index.ts'
import type { Reader, Tx } from '#ground/database/index.ts'
import type { ActorId, BoardId, NoteId } from '#ground/ids/index.ts'
import type { BoardPeopleTable } from '../tables.ts'

export interface BoardPerson {
  board: BoardId
  id: ActorId
  state: BoardPeopleTable['state']
}

/** Everyone asked into these boards and everyone who joined, first come first. */
export async function peopleOf(db: Reader, boards: readonly BoardId[]): Promise<BoardPerson[]> {
  if (boards.length === 0) return []
  return db
    .selectFrom('board_people')
    .select(['board_id as board', 'actor_id as id', 'state'])
    .where('board_id', 'in', [...boards])
    .orderBy('created_at')
    .orderBy('actor_id')
    .execute()
}

/** True when they had not been asked before. */
export async function insertPerson(tx: Tx, board: BoardId, actor: ActorId, at: Instant): Promise<boolean> {
  const written = await tx
    .insertInto('board_people')
    .values({ board_id: board, actor_id: actor, state: 'asked', created_at: at })
    .onConflict((on) => on.doNothing())
    .returning('actor_id')
    .executeTakeFirst()
  return written !== undefined
}

/** True when they were asked and had not joined before. */
export async function joinPerson(tx: Tx, board: BoardId, actor: ActorId): Promise<boolean> {
  const done = await tx
    .updateTable('board_people')
    .set({ state: 'joined' })
    .where('board_id', '=', board)
    .where('actor_id', '=', actor)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function deletePerson(tx: Tx, board: BoardId, actor: ActorId): Promise<boolean> {
  const done = await tx.deleteFrom('board_people').where('board_id', '=', board).where('actor_id', '=', actor).executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** How many boards of others this member keeps. */
export async function countJoined(db: Reader, actor: ActorId): Promise<number> {
  const row = await db
    .selectFrom('board_people')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('actor_id', '=', actor)
    .where('state', '=', 'joined')
    .executeTakeFirstOrThrow()
  return row.count
}

export interface Shared {
  id: BoardId
  ownerId: ActorId
}
const shared = (db: Reader) =>
  db.selectFrom('board_people').innerJoin('boards', 'boards.id', 'board_people.board_id').select(['boards.id', 'boards.owner_id as ownerId'])

/** Boards of others that this actor was asked into or keeps. */
export const boardsSharedWith = (db: Reader, actor: ActorId): Promise<Shared[]> => shared(db).where('actor_id', '=', actor).orderBy('boards.id').execute()
/** Boards of `owner` among those. */
export const boardsSharedBy = (db: Reader, owner: ActorId, actor: ActorId): Promise<Shared[]> =>
  shared(db).where('actor_id', '=', actor).where('owner_id', '=', owner).orderBy('boards.id').execute()

/** Notes that this actor put on a board; with `others`, those that everyone else put there. */
export async function notesPutBy(db: Reader, board: BoardId, actor: ActorId, { others = false } = {}): Promise<NoteId[]> {
  const rows = await db
    .selectFrom('board_notes')
    .select('note_id')
    .where('board_id', '=', board)
    .where('added_by', others ? '<>' : '=', actor)
    .orderBy('note_id')
    .execute()
  return rows.map((row) => row.note_id)
}

export const handOverNotes = (tx: Tx, board: BoardId, from: ActorId, to: ActorId) =>
  tx.updateTable('board_notes').set({ added_by: to }).where('board_id', '=', board).where('added_by', '=', from).execute()
