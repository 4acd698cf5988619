import { noteById } from '#features/notes/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Announced } from '#ground/outbox/index.ts'
import './events.ts'
import { boardsOf, deleteBoardRow, deleteNoteEverywhere } from './queries/boards.ts'
import { boardsSharedBy, boardsSharedWith, notesPutBy } from './queries/people.ts'
import { takeFromBoard } from './save-note.ts'
import { partFrom } from './share-board.ts'

/** A deleted note leaves all boards; an archived one stays where it is, unseen, until it comes back. */
export async function dropNote({ db }: Ground, { payload: { noteId } }: Announced<'note.removed'>): Promise<void> {
  await db.transaction(async (tx) => {
    const note = await noteById(tx, noteId)
    if (!note || note.state === 'author-deleted') await deleteNoteEverywhere(tx, noteId)
  })
}

/** Boards of a member who left go, and their part in those of others; their own marks on notes go with notes' own. */
export async function dropBoards(ground: Ground, { payload: { actorId } }: Announced<'member.left'>): Promise<void> {
  const { db, outbox } = ground
  await db.transaction(async (tx) => {
    for (const { id } of await boardsOf(tx, actorId)) {
      for (const note of await notesPutBy(tx, id, actorId, { others: true })) await takeFromBoard(ground, tx, id, note)
      await deleteBoardRow(tx, id)
      await outbox.announce(tx, 'board.changed', { boardId: id }, id)
    }
    for (const board of await boardsSharedWith(tx, actorId)) await partFrom(ground, tx, board, actorId)
  })
}

/** Who blocked each other keep no board together. */
export async function partBlocked(ground: Ground, { payload: { actorId, targetId } }: Announced<'block.made'>): Promise<void> {
  await ground.db.transaction(async (tx) => {
    for (const [owner, person] of [
      [actorId, targetId],
      [targetId, actorId],
    ] as const)
      for (const board of await boardsSharedBy(tx, owner, person)) await partFrom(ground, tx, board, person)
  })
}
