import { dropLayers } from '#features/language/index.ts'
import { releaseMedia } from '#features/media/index.ts'
import { logState } from '#features/moderation/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import './events.ts'
import { mayMove } from './note.ts'
import { addToComments, liftReplies, someComments, someNotesBy, unpin } from './queries/comments.ts'
import { lockNote, type NoteRow, noteById, updateNote } from './queries/notes.ts'
import { deleteParts } from './queries/parts.ts'

export const CLEAR_COMMENTS = 'notes.clear-comments'
export const REMOVE_ALL = 'notes.remove-all'
const PAGE = 50

/** Deletes one's own note or comment: text in every language, pictures and reactions go at once, comments under it by a job. Throws Refusal `not-found`. */
export async function deleteNote(ground: Ground, member: Member, id: NoteId): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const note = await lockBelowRoot(tx, id)
    if (note?.authorId !== member.id || note.state === 'author-deleted') throw notFound()
    await remove(tx, ground, note, member.id, null)
  })
}

/** The root before the comment: everyone who needs both takes them in this order. */
async function lockBelowRoot(tx: Tx, id: NoteId): Promise<NoteRow | undefined> {
  const rootId = (await noteById(tx, id))?.rootId
  if (rootId) await lockNote(tx, rootId)
  return lockNote(tx, id)
}

/** Leaves a row without words, so that the id is never given again; its state log stays. The row is locked. */
async function remove(tx: Tx, ground: Ground, note: NoteRow, by: ActorId | null, reason: string | null): Promise<void> {
  if (!mayMove(note.state, 'author-deleted')) return
  const of = subject(note.kind === 'comment' ? 'comment' : 'note', note.id)
  await dropLayers(tx, of)
  await releaseMedia(tx, of)
  await deleteParts(tx, note.id)
  await updateNote(tx, note.id, {
    state: 'author-deleted',
    like_count: 0,
    boost_count: 0,
    save_count: 0,
    comment_count: 0,
    picture_count: 0,
    place_id: null,
    pinned_comment_id: null,
  })
  if (note.rootId) {
    await liftReplies(tx, note.id, note.parentId)
    await unpin(tx, note.rootId, note.id)
    await addToComments(tx, note.rootId, -1)
  } else await ground.jobs.enqueue(tx, CLEAR_COMMENTS, { noteId: note.id }, { key: note.id })
  await logState(tx, ground, of, 'author-deleted', by, reason)
  await ground.outbox.announce(tx, 'note.removed', { noteId: note.id, authorId: note.authorId }, note.id)
}

/** Comments of a deleted note go with it, a page at a time. */
export async function clearComments(ground: Ground, noteId: NoteId): Promise<void> {
  while (
    await ground.db.transaction(async (tx) => {
      await lockNote(tx, noteId)
      const ids = await someComments(tx, noteId, PAGE)
      for (const id of ids) {
        const comment = await lockNote(tx, id)
        if (comment) await remove(tx, ground, comment, null, 'note-deleted')
      }
      return ids.length === PAGE
    })
  );
}

/** Everything a member who left had written, one note a transaction, so that a crash loses nothing and repeats nothing. */
export async function removeAll(ground: Ground, author: ActorId): Promise<void> {
  for (let ids = await someNotesBy(ground.db.q, author, PAGE); ids.length > 0; ids = await someNotesBy(ground.db.q, author, PAGE)) {
    for (const id of ids) {
      await ground.db.transaction(async (tx) => {
        const note = await lockBelowRoot(tx, id)
        if (note) await remove(tx, ground, note, null, 'member-left')
      })
    }
  }
}
