import { keepOriginal, layersFor } from '#features/language/index.ts'
import { picturesOf, sentenceOf } from '#features/media/index.ts'
import { logState } from '#features/moderation/index.ts'
import { memberById } from '#features/people/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Announced } from '#ground/outbox/index.ts'
import './events.ts'
import type { NoteState, Wording } from './note.ts'
import { announcePublished } from './publish-note.ts'
import { lockNote, type NoteRow, updateNote } from './queries/notes.ts'
import { dateTopics } from './queries/parts.ts'
import { postponeWaiting } from './queries/places.ts'

/** A picture is ready: when it was the last one that its note waited for, the note is published. Hearing it twice changes nothing. */
export async function publishWhenReady(ground: Ground, { payload: { subjectKind, subjectId } }: Announced<'media.ready'>): Promise<void> {
  if (subjectKind !== 'note' || subjectId === null) return
  await ground.db.transaction(async (tx) => {
    const note = await lockNote(tx, subjectId as NoteId)
    if (note?.state === 'processing') await publishIfReady(tx, ground, note)
  })
}

/** Publishes a processing note whose pictures are all there; the row is locked. True when it did. */
export async function publishIfReady(tx: Tx, ground: Ground, note: NoteRow): Promise<boolean> {
  const of = subject('note', note.id)
  const ready = (await picturesOf(ground, tx, [of])).get(note.id)?.length ?? 0
  if (ready < note.pictureCount) return false
  const now = ground.clock.now()
  await updateNote(tx, note.id, { state: 'published', published_at: now })
  await dateTopics(tx, note.id, now)
  await postponeWaiting(tx, note.id, note.createdAt, now)
  // Its text becomes public now: language hears of it again.
  await keepOriginal(tx, ground, of, await originalOf(tx, 'note', note.id))
  await logState(tx, ground, of, 'published', null)
  await announcePublished(tx, ground, note)
  await tellState(tx, ground, note.id, 'published')
  return true
}

/** A picture will never be ready: its author reads why in the note's states and may choose another one. */
export async function tellFailure(ground: Ground, { payload: { subjectKind, subjectId, reason } }: Announced<'media.failed'>): Promise<void> {
  if (subjectKind !== 'note' || subjectId === null) return
  await ground.db.transaction(async (tx) => {
    const note = await lockNote(tx, subjectId as NoteId)
    if (note?.state !== 'processing') return
    const author = await memberById(tx, note.authorId)
    await logState(tx, ground, subject('note', note.id), 'processing', null, sentenceOf(author?.locale ?? 'en', reason))
    await tellState(tx, ground, note.id, 'processing')
  })
}

/** Pages that have the note open look again. */
const tellState = (tx: Tx, { live }: Ground, id: NoteId, state: NoteState) =>
  live.tell(tx, `note:${id}`, { kind: 'state', data: { subjectKind: 'note', subjectId: id, state } })

/** A note's or comment's own text as it stands; empty when it has none. */
export async function originalOf(tx: Tx, kind: 'note' | 'comment', id: NoteId): Promise<Wording> {
  const text = (await layersFor(tx, { reads: [], show: 'original', keepOriginal: [], locale: 'en' }, [subject(kind, id)])).get(id)?.original
  return { title: text?.title ?? '', body: text?.body ?? '', warning: text?.warning ?? null }
}
