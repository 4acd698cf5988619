import { noteById } from '#features/notes/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Announced } from '#ground/outbox/index.ts'
import './events.ts'
import { boardsOf, deleteBoardRow, deleteNoteEverywhere } from './queries/boards.ts'

/** A deleted note leaves all boards; an archived one stays where it is, unseen, until it comes back. */
export async function dropNote({ db }: Ground, { payload: { noteId } }: Announced<'note.removed'>): Promise<void> {
  await db.transaction(async (tx) => {
    const note = await noteById(tx, noteId)
    if (!note || note.state === 'author-deleted') await deleteNoteEverywhere(tx, noteId)
  })
}

/** Boards of a member who left; their marks on notes go with notes' own. */
export async function dropBoards({ db, outbox }: Ground, { payload: { actorId } }: Announced<'member.left'>): Promise<void> {
  await db.transaction(async (tx) => {
    for (const { id } of await boardsOf(tx, actorId)) {
      await deleteBoardRow(tx, id)
      await outbox.announce(tx, 'board.changed', { boardId: id }, id)
    }
  })
}
