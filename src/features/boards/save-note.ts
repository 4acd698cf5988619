import { noteById, setSaved } from '#features/notes/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, isReadable, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { BoardId, NoteId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { say } from '#pure/words/index.ts'
import { boardLimits } from './board.ts'
import './events.ts'
import {
  type BoardRow,
  boardsHolding,
  defaultBoardOf,
  deleteBoardNote,
  insertBoard,
  insertBoardNote,
  keptBoards,
  lockBoardsOf,
  ownBoard,
} from './queries/boards.ts'

export interface Saved {
  saved: boolean
  saveCount: number
  boards: BoardRow[]
  /** On which boards the member had put it: what undoing sends back. */
  before: BoardId[]
}

/**
 * The member keeps the note on exactly these boards from now on, their own or shared; without ids it goes to their default board, which is
 * made on the first save, unless they keep it on some board already. What others put on a shared board stays. Throws Refusal `not-found` (note or board), `board-full`.
 */
export async function saveNote(ground: Ground, me: Member, noteId: NoteId, boardIds?: readonly BoardId[]): Promise<Saved> {
  return ground.db.transaction(async (tx) => {
    const before = await lockedHolding(tx, me, noteId, boardIds)
    if (!(await isReadable(ground.house, tx, me, subject('note', noteId)))) throw notFound()
    const wanted = boardIds ? await chosen(tx, me, boardIds) : before.length > 0 ? before : [await defaultBoard(ground, tx, me)]
    for (const board of wanted) if (!before.some(({ id }) => id === board.id)) await addToBoard(ground, tx, me, board, noteId)
    for (const board of before) if (!wanted.some(({ id }) => id === board.id)) await takeFromBoard(ground, tx, board.id, noteId)
    return savedState(tx, me, noteId, before)
  })
}

/** Off all boards where the member put it; works for notes that they can no longer see too. */
export async function unsaveNote(ground: Ground, me: Member, noteId: NoteId): Promise<Saved> {
  return ground.db.transaction(async (tx) => {
    const before = await lockedHolding(tx, me, noteId)
    for (const board of before) await takeFromBoard(ground, tx, board.id, noteId)
    const state = await savedState(tx, me, noteId, before)
    return (await isReadable(ground.house, tx, me, subject('note', noteId))) ? state : { ...state, saveCount: 0 }
  })
}

async function savedState(tx: Tx, me: Member, noteId: NoteId, before: BoardRow[]): Promise<Saved> {
  const boards = await boardsHolding(tx, me.id, noteId)
  return { saved: boards.length > 0, saveCount: (await noteById(tx, noteId))?.saveCount ?? 0, boards, before: before.map(({ id }) => id) }
}

/** Boards where the member put the note, with the locks of all whose boards this change is about. */
async function lockedHolding(tx: Tx, me: Member, noteId: NoteId, wanted: readonly BoardId[] = []): Promise<BoardRow[]> {
  const concerned = [...(await boardsHolding(tx, me.id, noteId)), ...(await keptBoards(tx, me, wanted))]
  await lockBoardsOf(tx, me.id, ...concerned.map(({ ownerId }) => ownerId))
  return boardsHolding(tx, me.id, noteId)
}

async function chosen(tx: Tx, me: Member, ids: readonly BoardId[]): Promise<BoardRow[]> {
  const wanted = [...new Set(ids)]
  const found = new Map((await keptBoards(tx, me, wanted)).map((board) => [board.id, board]))
  return wanted.map((id) => {
    const board = found.get(id)
    if (!board) throw notFound()
    return board
  })
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

/** Puts a note on top of a board, in a transaction that holds the locks. The caller has checked note and board. Throws Refusal `board-full`. */
export async function addToBoard({ clock, outbox }: Ground, tx: Tx, me: Member, board: BoardRow, noteId: NoteId): Promise<void> {
  if (board.noteCount >= boardLimits.notes) throw new Refusal('board-full', { count: boardLimits.notes })
  const at = clock.now()
  if (!(await insertBoardNote(tx, { board: board.id, note: noteId, by: me.id, at }))) return
  if ((await setSaved(tx, noteId, me.id, 1, at)) === 1) await outbox.announce(tx, 'note.saved', { noteId, actorId: me.id }, noteId)
}

/** Takes a note off a board; whoever put it there keeps it no longer. */
export async function takeFromBoard({ clock, outbox }: Ground, tx: Tx, board: BoardId, noteId: NoteId): Promise<void> {
  const actorId = await deleteBoardNote(tx, board, noteId)
  if (actorId && (await setSaved(tx, noteId, actorId, -1, clock.now())) === 0) await outbox.announce(tx, 'note.unsaved', { noteId, actorId }, noteId)
}
