import { tilesFor } from '#features/notes/index.ts'
import { takeTurns } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { deleteChoice, insertChoice } from '../queries/choices.ts'
import type { Choice } from './kinds.ts'
import { turnOf } from './record.ts'

/**
 * What a member says of a note to the feed alone: it is told to nobody and counts nowhere. Twice is once. It holds while learning is
 * paused, too, though the engine then learns nothing from it. Throws Refusal `not-found` for what is in no feed of theirs.
 */
export async function choose(ground: Ground, member: Member, id: NoteId, choice: Choice): Promise<void> {
  const [tile] = await tilesFor(ground, member, [id])
  if (!tile) throw notFound()
  const isThere = await ground.db.transaction(async (tx) => {
    await takeTurns(tx, turnOf(member.id))
    return insertChoice(tx, member.id, id, choice, ground.clock.now())
  })
  if (!isThere) throw notFound()
}

/** Takes it back, also of a note that one may no longer see. */
export async function unchoose({ db }: Ground, member: Member, id: NoteId, choice: Choice): Promise<void> {
  await db.transaction((tx) => deleteChoice(tx, member.id, id, choice))
}
