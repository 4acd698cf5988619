import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import './events.ts'
import { lockNote, seenNote } from './queries/notes.ts'
import { coauthorsOf, joinAsCoauthor, leaveAsCoauthor } from './queries/parts.ts'

/** Accepts to stand as co-author of a note; the note is on both profiles from then on. Twice is once. Throws Refusal `not-found`. */
export async function joinNote({ db, outbox }: Ground, member: Member, id: NoteId): Promise<void> {
  await db.transaction(async (tx) => {
    await lockNote(tx, id)
    const note = await seenNote(tx, member, id)
    if (!note || note.kind === 'comment') throw notFound()
    if (await joinAsCoauthor(tx, id, member.id)) await outbox.announce(tx, 'coauthor.joined', { noteId: id, actorId: member.id, authorId: note.authorId }, id)
    else if (!(await coauthorsOf(tx, id)).some((one) => one.id === member.id)) throw notFound()
  })
}

/** Says no to the invitation, or leaves a note joined before. Throws Refusal `not-found` when there is nothing to leave. */
export async function leaveNote({ db, outbox }: Ground, member: Member, id: NoteId): Promise<void> {
  await db.transaction(async (tx) => {
    const note = await lockNote(tx, id)
    if (!note || !(await leaveAsCoauthor(tx, id, member.id))) throw notFound()
    await outbox.announce(tx, 'coauthor.left', { noteId: id, actorId: member.id, authorId: note.authorId }, id)
    if (note.state === 'published') await outbox.announce(tx, 'note.edited', { noteId: id }, id)
  })
}
