import type { Instant } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { addToCount, addToSave } from './queries/reactions.ts'

/**
 * Notes that a member keeps a note on `delta` more (or fewer) boards, in the transaction of boards; the note's sum counts people,
 * not boards. Answers on how many boards of theirs it is now. The caller has checked that the member may read the note.
 */
export async function setSaved(tx: Tx, noteId: NoteId, actorId: ActorId, delta: number, at: Instant): Promise<number> {
  const { before, now } = await addToSave(tx, noteId, actorId, delta, at)
  if (before === 0 && now > 0) await addToCount(tx, 'saves', noteId, 1)
  if (before > 0 && now === 0) await addToCount(tx, 'saves', noteId, -1)
  return now
}
