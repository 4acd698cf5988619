import { checkFlood } from '#features/moderation/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import './events.ts'
import { seenNote } from './queries/notes.ts'
import { addToCount, countOf, deleteMark, insertMark } from './queries/reactions.ts'

export interface Liked {
  liked: boolean
  likeCount: number
}

/** Likes a note or comment; twice is once. One's own like is counted and told to nobody (security M5). Throws Refusal `not-found`, `slow-down`. */
export async function likeNote(ground: Ground, member: Member, id: NoteId): Promise<Liked> {
  await checkFlood(ground, member, 'like')
  return ground.db.transaction(async (tx) => {
    const note = await seenNote(tx, member, id)
    if (note?.state !== 'published') throw notFound()
    const at = ground.clock.now()
    if (!(await insertMark(tx, 'likes', id, member.id, at))) return { liked: true, likeCount: await countOf(tx, 'likes', id) }
    const likeCount = await addToCount(tx, 'likes', id, 1)
    if (note.authorId !== member.id) await ground.outbox.announce(tx, 'note.liked', { noteId: id, actorId: member.id, at: at.toISOString() }, id)
    return { liked: true, likeCount }
  })
}

/** Takes a like back, also from a note one may no longer see. */
export async function unlikeNote(ground: Ground, member: Member, id: NoteId): Promise<Liked> {
  return ground.db.transaction(async (tx) => {
    if (await deleteMark(tx, 'likes', id, member.id)) {
      await addToCount(tx, 'likes', id, -1)
      await ground.outbox.announce(tx, 'note.unliked', { noteId: id, actorId: member.id }, id)
    }
    const note = await seenNote(tx, member, id)
    return { liked: false, likeCount: note?.likeCount ?? 0 }
  })
}
