import { openTopics } from '#features/topics/index.ts'
import type { Ground } from '#ground/feature.ts'
import { anonymous } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { seenNote } from './queries/notes.ts'
import { topicsOf } from './queries/parts.ts'

/** A label that somebody coined is told to everybody once a note that everybody may read bears it, as that note's author spells it. */
export async function openTopicsOf({ db, outbox }: Ground, { payload: { noteId } }: { payload: { noteId: NoteId } }): Promise<void> {
  await db.transaction(async (tx) => {
    const note = await seenNote(tx, anonymous(), noteId)
    if (note) await openTopics(tx, { outbox }, (await topicsOf(tx, [noteId])).get(noteId) ?? [], note.authorId)
  })
}
