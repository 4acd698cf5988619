import { type Ground, isReadable, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { BoardId, NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { putBefore } from './board.ts'
import { onKeptBoard } from './change-board.ts'
import { isOnBoard, noteIdsOf, sectionsOf, setSection, writeOrder } from './queries/boards.ts'
import { addToBoard, takeFromBoard } from './save-note.ts'

/**
 * Puts a note on a board that the member keeps (on top when it was not there), into a section (null: none; absent: as it was), and right
 * before another note of the board when `before` names one. Throws Refusal `not-found`, `board-full`.
 */
export async function placeNote(
  ground: Ground,
  me: Member,
  boardId: BoardId,
  noteId: NoteId,
  { sectionId, before }: { sectionId?: string | null | undefined; before?: NoteId | undefined },
): Promise<void> {
  await onKeptBoard(ground, me, boardId, async (tx, board) => {
    if (!(await isOnBoard(tx, boardId, noteId))) {
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

/** Takes a note off one board that the member keeps, whoever put it there. Throws Refusal `not-found` when they do not keep the board. */
export async function removeFromBoard(ground: Ground, me: Member, boardId: BoardId, noteId: NoteId): Promise<void> {
  await onKeptBoard(ground, me, boardId, (tx) => takeFromBoard(ground, tx, boardId, noteId))
}
