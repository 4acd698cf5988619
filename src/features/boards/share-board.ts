import { relation } from '#features/graph/index.ts'
import { setSaved } from '#features/notes/index.ts'
import { memberById } from '#features/people/index.ts'
import { metAmong } from '#features/profiles/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, BoardId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { boardLimits } from './board.ts'
import { onOwnBoard } from './change-board.ts'
import './events.ts'
import { lockBoardsOf, seenBoard } from './queries/boards.ts'
import { countJoined, deletePerson, handOverNotes, insertPerson, joinPerson, notesPutBy, peopleOf, type Shared } from './queries/people.ts'

/**
 * The owner asks a member of this place to keep a board together; asking twice asks once. A member under 16 is asked only by whom they follow
 * (security V5). Throws Refusal `not-found` (board or person), `too-many`.
 */
export async function askToBoard(ground: Ground, me: Member, boardId: BoardId, person: ActorId): Promise<void> {
  const { db, clock, outbox } = ground
  const [[known], member] = [await metAmong(db.q, me, [person]), await memberById(db.q, person)]
  if (!known || !member || person === me.id) throw notFound()
  if (member.minor && !(await relation(db.q, me.id, [person], clock.now())).get(person)?.followedBy) throw notFound()
  await onOwnBoard(ground, me, boardId, async (tx) => {
    const people = await peopleOf(tx, [boardId])
    if (people.some(({ id }) => id === person)) return
    if (people.length >= boardLimits.people) throw new Refusal('too-many', { count: boardLimits.people })
    if (await insertPerson(tx, boardId, person, clock.now())) await outbox.announce(tx, 'board.asked', { boardId, actorId: person, ownerId: me.id }, boardId)
  })
}

/** Says yes to the owner. Throws Refusal `not-found` for those who were not asked, `too-many`. */
export async function joinBoard({ db, outbox }: Ground, me: Member, boardId: BoardId): Promise<void> {
  await db.transaction(async (tx) => {
    await lockBoardsOf(tx, me.id)
    const board = await seenBoard(tx, me, boardId)
    if (!board || !(await peopleOf(tx, [boardId])).some(({ id }) => id === me.id)) throw notFound()
    if ((await countJoined(tx, me.id)) >= boardLimits.boards) throw new Refusal('too-many', { count: boardLimits.boards })
    if (await joinPerson(tx, boardId, me.id)) await outbox.announce(tx, 'board.joined', { boardId, actorId: me.id, ownerId: board.ownerId }, boardId)
  })
}

/** Says no, or leaves; what one put on the board stays, as its owner's. Nothing happens to those who are not on it. */
export async function leaveBoard(ground: Ground, me: Member, boardId: BoardId): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const board = await seenBoard(tx, me, boardId)
    if (!board || board.ownerId === me.id) return
    await partFrom(ground, tx, board, me.id)
  })
}

/** The owner takes back an invitation, or ends keeping a board together. Throws Refusal `not-found` when the board is not theirs. */
export async function dropFromBoard(ground: Ground, me: Member, boardId: BoardId, person: ActorId): Promise<void> {
  await onOwnBoard(ground, me, boardId, (tx, board) => partFrom(ground, tx, board, person))
}

/** Ends a person's part in a board: what they put there is its owner's from now on, in the counts of saves too. */
export async function partFrom({ clock, outbox }: Ground, tx: Tx, { id, ownerId }: Shared, person: ActorId): Promise<void> {
  await lockBoardsOf(tx, ownerId, person)
  if (!(await deletePerson(tx, id, person))) return
  const at = clock.now()
  for (const noteId of await notesPutBy(tx, id, person)) {
    if ((await setSaved(tx, noteId, ownerId, 1, at)) === 1) await outbox.announce(tx, 'note.saved', { noteId, actorId: ownerId }, noteId)
    if ((await setSaved(tx, noteId, person, -1, at)) === 0) await outbox.announce(tx, 'note.unsaved', { noteId, actorId: person }, noteId)
  }
  await handOverNotes(tx, id, person, ownerId)
}
