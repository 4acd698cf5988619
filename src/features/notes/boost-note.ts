import { checkFlood } from '#features/moderation/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import './events.ts'
import { seenNote } from './queries/notes.ts'
import { addToCount, countOf, deleteMark, insertMark } from './queries/reactions.ts'

export interface Boosted {
  boosted: boolean
  boostCount: number
}

/** Passes a public note on to one's followers; twice is once. Throws Refusal `not-found`, `not-for-boosting`, `slow-down`. */
export async function boostNote(ground: Ground, member: Member, id: NoteId): Promise<Boosted> {
  await checkFlood(ground, member, 'boost')
  return ground.db.transaction(async (tx) => {
    const note = await seenNote(tx, member, id)
    if (note?.state !== 'published') throw notFound()
    if (note.kind === 'comment' || (note.visibility !== 'public' && note.visibility !== 'unlisted')) throw new Refusal('not-for-boosting')
    if (!(await insertMark(tx, 'boosts', id, member.id, ground.clock.now()))) return { boosted: true, boostCount: await countOf(tx, 'boosts', id) }
    const boostCount = await addToCount(tx, 'boosts', id, 1)
    await ground.outbox.announce(tx, 'note.boosted', { noteId: id, actorId: member.id }, id)
    return { boosted: true, boostCount }
  })
}

export async function unboostNote(ground: Ground, member: Member, id: NoteId): Promise<Boosted> {
  return ground.db.transaction(async (tx) => {
    if (await deleteMark(tx, 'boosts', id, member.id)) {
      await addToCount(tx, 'boosts', id, -1)
      await ground.outbox.announce(tx, 'note.unboosted', { noteId: id, actorId: member.id }, id)
    }
    const note = await seenNote(tx, member, id)
    return { boosted: false, boostCount: note?.boostCount ?? 0 }
  })
}
