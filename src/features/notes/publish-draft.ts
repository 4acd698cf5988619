import { checkFlood } from '#features/moderation/index.ts'
import { memberById } from '#features/people/index.ts'
import { after, MINUTE } from '#ground/clock/index.ts'
import { isTaken, type Tx } from '#ground/database/index.ts'
import type { Ground } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { type DraftContent, zNoteInput } from './composer.ts'
import { type PreparedNote, prepareNote } from './prepare-note.ts'
import { writeNote } from './publish-note.ts'
import { type DraftRow, draftOf, dueDrafts, lockDraft, takeDue, updateDraft } from './queries/drafts.ts'
import { noteByKey } from './queries/notes.ts'

const keyOf = (draftId: string): string => `draft:${draftId}`
/** Of all members, in one run; the next run is a minute away. */
const MOST_A_RUN = 500

/** Content of a draft as a note could be published from it: a draft may hold what a note may not. Throws Refusal `bad-input` and what `prepareNote` throws. */
export async function prepareScheduled(ground: Ground, author: { id: ActorId }, content: DraftContent): Promise<PreparedNote> {
  const { data, error } = zNoteInput.safeParse(content)
  const issue = error?.issues[0]
  if (!data) throw new Refusal('bad-input', { field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
  return prepareNote(ground, author, data)
}

/** Publishes a draft as it was last saved; once, however often it is asked. Throws Refusal `not-found`, `conflict` when it is being saved elsewhere, and what publishing throws. */
export async function publishDraft(ground: Ground, member: Member, id: string): Promise<NoteId> {
  const draft = await draftOf(ground.db.q, member.id, id)
  const done = draft ? undefined : await noteByKey(ground.db.q, member.id, keyOf(id))
  if (done) return done
  if (!draft) throw notFound()
  const prepared = await prepareScheduled(ground, member, draft.content)
  await checkFlood(ground, member, 'note')
  return orFirst(ground, draft, () =>
    ground.db.transaction(async (tx) => {
      const now = await lockDraft(tx, member.id, id)
      if (!now) return (await noteByKey(tx, member.id, keyOf(id))) ?? Promise.reject(notFound())
      if (now.version !== draft.version) throw new Refusal('conflict', { version: now.version })
      return writeDraft(tx, ground, draft, prepared)
    }),
  )
}

/** Publishes every draft whose time has come, each in a transaction of its own that takes the draft along: exactly once after any crash. */
export async function publishDue(ground: Ground): Promise<void> {
  for (const draft of await dueDrafts(ground.db.q, ground.clock.now(), MOST_A_RUN)) {
    try {
      const author = await memberById(ground.db.q, draft.authorId)
      if (author?.state !== 'active') {
        // It stays a draft: whoever comes back decides anew.
        await updateDraft(ground.db.q, draft.id, { scheduledFor: null })
        continue
      }
      const prepared = await prepareScheduled(ground, { id: draft.authorId }, draft.content)
      await checkFlood(ground, { id: draft.authorId }, 'note')
      await orFirst(ground, draft, () =>
        ground.db.transaction(async (tx) => {
          const due = await takeDue(tx, draft.id, draft.version, ground.clock.now())
          return due ? writeDraft(tx, ground, due, prepared) : undefined
        }),
      )
    } catch (error) {
      // One draft that goes wrong keeps no other waiting.
      if (!(error instanceof Refusal)) ground.log.error({ err: error, draft: draft.id }, 'scheduled note')
      await putOff(ground, draft, error)
    }
  }
}

const writeDraft = (tx: Tx, ground: Ground, draft: DraftRow, prepared: PreparedNote): Promise<NoteId> =>
  writeNote(tx, ground, { id: draft.authorId }, prepared, { idempotencyKey: keyOf(draft.id), draftId: draft.id })

/** Two at once: the second one finds the key taken and answers the note of the first. */
async function orFirst<T>({ db }: Ground, draft: DraftRow, write: () => Promise<T>): Promise<T | NoteId> {
  try {
    return await write()
  } catch (error) {
    const first = isTaken(error, 'notes_idempotency') ? await noteByKey(db.q, draft.authorId, keyOf(draft.id)) : undefined
    if (first) return first
    throw error
  }
}

/** Too fast, or a fault of ours: later. Anything else: it stays a draft and says why. */
async function putOff({ db, clock }: Ground, draft: DraftRow, error: unknown): Promise<void> {
  const isFinal = error instanceof Refusal && error.code !== 'slow-down'
  await updateDraft(db.q, draft.id, {
    scheduledFor: isFinal ? null : after(clock.now(), MINUTE),
    refusal: isFinal ? { code: error.code, facts: error.facts } : null,
  })
}
