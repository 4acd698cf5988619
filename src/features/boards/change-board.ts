import { checkText } from '#features/moderation/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { BoardId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { boardLimits, checkBoardName, checkDescription } from './board.ts'
import './events.ts'
import {
  type BoardRow,
  boardsOf,
  deleteBoardRow,
  deleteSection,
  insertBoard,
  insertSection,
  keptBoards,
  lockBoardsOf,
  noteIdsOf,
  ownBoard,
  renameSection,
  sectionsOf,
  updateBoard,
} from './queries/boards.ts'
import { takeFromBoard } from './save-note.ts'

/** Makes a board. Throws Refusal `board-name`, `board-description`, `too-many`, `forbidden-word`, `forbidden-link`. */
export async function createBoard(ground: Ground, me: Member, input: { name: string; description: string; secret: boolean }): Promise<BoardId> {
  const { db, ids, clock, outbox } = ground
  const [name, description] = [checkBoardName(input.name), checkDescription(input.description)]
  await checkText(db.q, `${name}\n${description}`)
  const id = ids.next<BoardId>()
  await db.transaction(async (tx) => {
    await lockBoardsOf(tx, me.id)
    if ((await boardsOf(tx, me.id)).length >= boardLimits.boards) throw new Refusal('too-many', { count: boardLimits.boards })
    const at = clock.now()
    await insertBoard(tx, { id, owner_id: me.id, name, description, secret: input.secret, is_default: false, created_at: at, updated_at: at })
    await outbox.announce(tx, 'board.changed', { boardId: id }, id)
  })
  return id
}

/** Works on a board in a transaction that holds the locks of its owner and of the member. Throws Refusal `not-found`. */
async function onBoard<T>(
  ground: Ground,
  me: Member,
  find: (tx: Tx) => Promise<BoardRow | undefined>,
  work: (tx: Tx, board: BoardRow) => Promise<T>,
): Promise<T> {
  return ground.db.transaction(async (tx) => {
    const { ownerId } = (await find(tx)) ?? {}
    if (!ownerId) throw notFound()
    await lockBoardsOf(tx, me.id, ownerId)
    // Whoever was asked out while we waited is out.
    const board = await find(tx)
    if (!board) throw notFound()
    return work(tx, board)
  })
}
/** What its owner alone may do. */
export const onOwnBoard = <T>(ground: Ground, me: Member, id: BoardId, work: (tx: Tx, board: BoardRow) => Promise<T>): Promise<T> =>
  onBoard(ground, me, (tx) => ownBoard(tx, me.id, id), work)
/** What everybody who keeps it may do. */
export const onKeptBoard = <T>(ground: Ground, me: Member, id: BoardId, work: (tx: Tx, board: BoardRow) => Promise<T>): Promise<T> =>
  onBoard(ground, me, async (tx) => (await keptBoards(tx, me, [id]))[0], work)

/** Renames, describes, opens or closes a board. Throws Refusal `not-found` and those of createBoard. */
export async function changeBoard(
  ground: Ground,
  me: Member,
  id: BoardId,
  change: { name?: string | undefined; description?: string | undefined; secret?: boolean | undefined },
): Promise<void> {
  const name = change.name === undefined ? undefined : checkBoardName(change.name)
  const description = change.description === undefined ? undefined : checkDescription(change.description)
  await checkText(ground.db.q, `${name ?? ''}\n${description ?? ''}`)
  await onOwnBoard(ground, me, id, async (tx) => {
    await updateBoard(tx, id, {
      updated_at: ground.clock.now(),
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(change.secret === undefined ? {} : { secret: change.secret }),
    })
    await ground.outbox.announce(tx, 'board.changed', { boardId: id }, id)
  })
}

/** Deletes a board; its notes are no longer saved unless another board holds them. Throws Refusal `not-found`. */
export async function deleteBoard(ground: Ground, me: Member, id: BoardId): Promise<void> {
  await onOwnBoard(ground, me, id, async (tx) => {
    // By id, as everyone takes the rows of several notes: two boards that share some do not wait for each other.
    for (const note of (await noteIdsOf(tx, id)).sort()) await takeFromBoard(ground, tx, id, note)
    await deleteBoardRow(tx, id)
    await ground.outbox.announce(tx, 'board.changed', { boardId: id }, id)
  })
}

/** Adds a section at the end. Throws Refusal `not-found`, `board-name`, `too-many`. */
export async function createSection(ground: Ground, me: Member, board: BoardId, text: string): Promise<string> {
  const name = checkBoardName(text)
  await checkText(ground.db.q, name)
  return onKeptBoard(ground, me, board, async (tx) => {
    const sections = await sectionsOf(tx, board)
    if (sections.length >= boardLimits.sections) throw new Refusal('too-many', { count: boardLimits.sections })
    const id = ground.ids.next()
    await insertSection(tx, { id, board_id: board, name, position: sections.length })
    return id
  })
}

/** Renames a section, or with null deletes it; its notes stay on the board. Throws Refusal `not-found`, `board-name`. */
export async function changeSection(ground: Ground, me: Member, board: BoardId, id: string, text: string | null): Promise<void> {
  const name = text === null ? null : checkBoardName(text)
  if (name !== null) await checkText(ground.db.q, name)
  await onKeptBoard(ground, me, board, async (tx) => {
    if (!(await sectionsOf(tx, board)).some((section) => section.id === id)) throw notFound()
    await (name === null ? deleteSection(tx, id) : renameSection(tx, id, name))
  })
}
