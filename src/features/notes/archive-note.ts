import { keepOriginal } from '#features/language/index.ts'
import { logState } from '#features/moderation/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import './events.ts'
import { mayMove } from './note.ts'
import { originalOf } from './publish-when-ready.ts'
import { lockNote, updateNote } from './queries/notes.ts'

/** Takes one's own note out of everyone's sight but one's own, with its comments and counts kept, or brings it back with its old date. Twice is once. Throws Refusal `not-found`. */
export async function setArchived(ground: Ground, member: Member, id: NoteId, archived: boolean): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const note = await lockNote(tx, id)
    if (note?.authorId !== member.id || note.kind === 'comment' || note.state === 'author-deleted') throw notFound()
    const state = archived ? 'archived' : 'published'
    if (note.state === state) return
    if (!mayMove(note.state, state) || (!archived && note.state !== 'archived')) throw notFound()
    const of = subject('note', id)
    await updateNote(tx, id, { state })
    await logState(tx, ground, of, state, member.id)
    if (archived) return ground.outbox.announce(tx, 'note.removed', { noteId: id, authorId: member.id }, id)
    await keepOriginal(tx, ground, of, await originalOf(tx, 'note', id))
    await ground.outbox.announce(tx, 'note.edited', { noteId: id }, id)
  })
}
