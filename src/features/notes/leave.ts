import { dropLayers } from '#features/language/index.ts'
import { releaseMedia } from '#features/media/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { ActorId } from '#ground/ids/index.ts'
import type { Announced } from '#ground/outbox/index.ts'
import { REMOVE_ALL } from './delete-note.ts'
import { draftIdsOf, removeDraft } from './queries/drafts.ts'
import { dropRules } from './queries/places.ts'
import { forgetMarks } from './queries/reactions.ts'

/** What a leaving member kept here beside their notes: drafts, marks, invitations, rules for places. */
export async function forgetMember(tx: Tx, member: ActorId): Promise<void> {
  for (const id of await draftIdsOf(tx, member)) {
    await removeDraft(tx, member, id)
    await releaseMedia(tx, subject('draft', id))
    await dropLayers(tx, subject('draft', id))
  }
  await forgetMarks(tx, member)
  await dropRules(tx, member)
}

/** Their notes and comments may be many: a job takes them page by page. */
export async function removeNotesOf({ db, jobs }: Ground, { payload: { actorId } }: Announced<'member.left'>): Promise<void> {
  await jobs.enqueue(db.q, REMOVE_ALL, { actorId }, { key: actorId })
}
