import { noteById, setSaved } from '#features/notes/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, isReadable, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { BoardId, NoteId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { say } from '#pure/words/index.ts'
import { boardLimits } from './board.ts'
import './events.ts'
import { type BoardRow, boardsHolding, defaultBoardOf, deleteBoardNote, insertBoard, insertBoardNote, lockBoardsOf, ownBoard } from './queries/boards.ts'

export interface Saved {
  saved: boolean
  saveCount: number
  boards: BoardRow[]
  /** On which boards of the member it was: what undoing sends back. */
  before: BoardId[]
}

/**
 * The note is on exactly these boards of the member from now on; without ids it goes to their default board, which is made on the first
 * save, unless it is on some board already. Throws Refusal `not-found` (note or board), `board-full`.
 */
export async function saveNote(ground: Ground, me: Member, noteId: NoteId, boardIds?: readonly BoardId[]): Promise<Saved> {
  return ground.db.transaction(async (tx) => {
    await lockBoardsOf(tx, me.id)
    const before = await boardsHolding(tx, me.id, noteId)
    if (!(await isReadable(ground.house, tx, me, subject('note', noteId)))) throw notFound()
    const wanted = boardIds ? await chosen(tx, me, boardIds) : before.length > 0 ? before : [await defaultBoard(ground, tx, me)]
    for (const board of wanted) if (!before.some(({ id }) => id === board.id)) await addToBoard(ground, tx, me, board, noteId)
    for (const board of before) if (!wanted.some(({ id }) => id === board.id)) await takeFromBoard(ground, tx, me, board.id, noteId)
    return savedState(tx, me, noteId, before)
  })
}

/** Off all boards of the member; works for notes that they can no longer see too. */
export async function unsaveNote(ground: Ground, me: Member, noteId: NoteId): Promise<Saved> {
  return ground.db.transaction(async (tx) => {
    await lockBoardsOf(tx, me.id)
    const before = await boardsHolding(tx, me.id, noteId)
    for (const board of before) await takeFromBoard(ground, tx, me, board.id, noteId)
    const state = await savedState(tx, me, noteId, before)
    return (await isReadable(ground.house, tx, me, subject('note', noteId))) ? state : { ...state, saveCount: 0 }
  })
}

async function savedState(tx: Tx, me: Member, noteId: NoteId, before: BoardRow[]): Promise<Saved> {
  const boards = await boardsHolding(tx, me.id, noteId)
  return { saved: boards.length > 0, saveCount: (await noteById(tx, noteId))?.saveCount ?? 0, boards, before: before.map(({ id }) => id) }
}

async function chosen(tx: Tx, me: Member, ids: readonly BoardId[]): Promise<BoardRow[]> {
  const boards: BoardRow[] = []
  for (const id of new Set(ids)) {
    const board = await ownBoard(tx, me.id, id)
    if (!board) throw notFound()
    boards.push(board)
  }
  return boards
}

/** Secret: what somebody keeps is their own business until they make a board to show. */
async function defaultBoard({ ids, clock, outbox }: Ground, tx: Tx, me: Member): Promise<BoardRow> {
  const there = await defaultBoardOf(tx, me.id)
  if (there) return there
  const [id, at] = [ids.next<BoardId>(), clock.now()]
  await insertBoard(tx, {
    id,
    owner_id: me.id,
    name: say(me.locale, 'board.saved'),
    description: '',
    secret: true,
    is_default: true,
    created_at: at,
    updated_at: at,
  })
  await outbox.announce(tx, 'board.changed', { boardId: id }, id)
  const made = await ownBoard(tx, me.id, id)
  if (!made) throw new Error('a board that was just made is not there')
  return made
}

/** Puts a note on top of a board, in a transaction that holds the member's lock. The caller has checked note and board. Throws Refusal `board-full`. */
export async function addToBoard({ clock, outbox }: Ground, tx: Tx, me: Member, board: BoardRow, noteId: NoteId): Promise<void> {
  if (board.noteCount >= boardLimits.notes) throw new Refusal('board-full', { count: boardLimits.notes })
  const at = clock.now()
  if (!(await insertBoardNote(tx, { board: board.id, note: noteId, by: me.id, at }))) return
  if ((await setSaved(tx, noteId, me.id, 1, at)) === 1) await outbox.announce(tx, 'note.saved', { noteId, actorId: me.id }, noteId)
}

/** True when it was there. */
export async function takeFromBoard({ clock, outbox }: Ground, tx: Tx, me: Member, board: BoardId, noteId: NoteId): Promise<boolean> {
  if (!(await deleteBoardNote(tx, board, noteId))) return false
  if ((await setSaved(tx, noteId, me.id, -1, clock.now())) === 0) await outbox.announce(tx, 'note.unsaved', { noteId, actorId: me.id }, noteId)
  return true
}
