import { textsOf } from '#features/language/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { lockNote, updateNote } from './queries/notes.ts'

/** A corrected language reaches the note's own column, and with it feeds and search. */
export async function followLanguage({ db, outbox }: Ground, { payload }: { payload: { subjectKind: string; subjectId: string } }): Promise<void> {
  if (payload.subjectKind !== 'note' && payload.subjectKind !== 'comment') return
  const id = payload.subjectId as NoteId
  await db.transaction(async (tx) => {
    const note = await lockNote(tx, id)
    const language = note && (await textsOf(tx, { kind: payload.subjectKind, id }))[0]?.language
    if (!note || !language || note.language === language) return
    await updateNote(tx, id, { language })
    if (note.kind !== 'comment' && note.state === 'published') await outbox.announce(tx, 'note.edited', { noteId: id }, id)
  })
}
