import { type Ground, isReadable, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { BoardId, NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { putBefore } from './board.ts'
import { boardsHolding, lockBoardsOf, noteIdsOf, ownBoard, sectionsOf, setSection, writeOrder } from './queries/boards.ts'
import { addToBoard, takeFromBoard } from './save-note.ts'

/**
 * Puts a note on a board of the member (on top when it was not there), into a section (null: none; absent: as it was), and right before
 * another note of the board when `before` names one. Throws Refusal `not-found`, `board-full`.
 */
export async function placeNote(
  ground: Ground,
  me: Member,
  boardId: BoardId,
  noteId: NoteId,
  { sectionId, before }: { sectionId?: string | null | undefined; before?: NoteId | undefined },
): Promise<void> {
  await ground.db.transaction(async (tx) => {
    await lockBoardsOf(tx, me.id)
    const board = await ownBoard(tx, me.id, boardId)
    if (!board) throw notFound()
    const isThere = (await boardsHolding(tx, me.id, noteId)).some(({ id }) => id === boardId)
    if (!isThere) {
      if (!(await isReadable(ground.house, tx, me, subject('note', noteId)))) throw notFound()
      await addToBoard(ground, tx, me, board, noteId)
    }
    if (sectionId && !(await sectionsOf(tx, boardId)).some(({ id }) => id === sectionId)) throw notFound()
    if (sectionId !== undefined) await setSection(tx, boardId, noteId, sectionId)
    if (before === undefined) return
    const ids = await noteIdsOf(tx, boardId)
    if (!ids.includes(before)) throw notFound()
    await writeOrder(tx, boardId, putBefore(ids, noteId, before))
  })
}

/** Takes a note off one board of the member. Throws Refusal `not-found` when the board is not theirs. */
export async function removeFromBoard(ground: Ground, me: Member, boardId: BoardId, noteId: NoteId): Promise<void> {
  await ground.db.transaction(async (tx) => {
    await lockBoardsOf(tx, me.id)
    if (!(await ownBoard(tx, me.id, boardId))) throw notFound()
    await takeFromBoard(ground, tx, me, boardId, noteId)
  })
}
