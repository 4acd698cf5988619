import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { lockNote, seenNote, updateNote } from './queries/notes.ts'

/** The note's author puts one comment right under the note on top, or none. Throws Refusal `not-found`. */
export async function pinComment({ db }: Ground, member: Member, id: NoteId, commentId: NoteId | null): Promise<void> {
  await db.transaction(async (tx) => {
    const note = await lockNote(tx, id)
    if (note?.authorId !== member.id || note.kind === 'comment' || note.state === 'author-deleted') throw notFound()
    if (commentId !== null) {
      const comment = await seenNote(tx, member, commentId)
      if (comment?.rootId !== id || comment.parentId !== null || comment.state !== 'published') throw notFound()
    }
    await updateNote(tx, id, { pinned_comment_id: commentId })
  })
}
