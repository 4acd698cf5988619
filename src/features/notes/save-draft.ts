import { dropLayers } from '#features/language/index.ts'
import { claimMedia, ownMedia, releaseMedia } from '#features/media/index.ts'
import { checkFlood } from '#features/moderation/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { normaliseText } from '#pure/text/normalise.ts'
import type { DraftContent } from './composer.ts'
import { presentDraft } from './draft-view.ts'
import { prepareScheduled } from './publish-draft.ts'
import { claimsOf } from './publish-note.ts'
import { countDrafts, draftOf, insertDraft, lockDraft, removeDraft, updateDraft } from './queries/drafts.ts'

const MOST_DRAFTS = 200
const MOST_DRAFT_BYTES = 64 * 1024

export interface DraftInput {
  content: DraftContent
  /** When it is to be published by itself; null: never. Undefined leaves it as it is. */
  scheduledFor?: Instant | null | undefined
}

/** Keeps a new draft. Throws Refusal `drafts-full`, `too-large`, `schedule-past` and, when it is scheduled, what publishing would throw. */
export async function makeDraft(ground: Ground, member: Member, input: DraftInput): Promise<string> {
  await checkInput(ground, member, input)
  const content = cleaned(input.content)
  const id = ground.ids.next()
  const pictures = await claimable(ground, member, id, input.content)
  await ground.db.transaction(async (tx) => {
    if ((await countDrafts(tx, member.id)) >= MOST_DRAFTS) throw new Refusal('drafts-full', { count: MOST_DRAFTS })
    await insertDraft(tx, { id, author: member.id, content, scheduledFor: input.scheduledFor ?? null, at: ground.clock.now() })
    await claim(tx, member, id, pictures)
  })
  return id
}

/**
 * Saves over version `version`; answers the new one. Throws Refusal `not-found`, `conflict` {version, draft: the server's copy as JSON} when it
 * was saved elsewhere in between, and what `makeDraft` throws: what stays scheduled must stay fit to publish.
 */
export async function saveDraft(ground: Ground, member: Member, id: string, { version, ...input }: DraftInput & { version: number }): Promise<number> {
  await checkInput(ground, member, input)
  const staysScheduled = input.scheduledFor === undefined && (await draftOf(ground.db.q, member.id, id))?.scheduledFor
  if (staysScheduled) await prepareScheduled(ground, member, input.content)
  const pictures = await claimable(ground, member, id, input.content)
  return ground.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, member.id, id)
    if (!draft) throw notFound()
    if (draft.version !== version) throw new Refusal('conflict', { version: draft.version, draft: JSON.stringify(presentDraft(draft, [])) })
    await claim(tx, member, id, pictures)
    await updateDraft(tx, id, {
      content: cleaned(input.content),
      version: version + 1,
      at: ground.clock.now(),
      refusal: null,
      ...(input.scheduledFor === undefined ? {} : { scheduledFor: input.scheduledFor }),
    })
    return version + 1
  })
}

/** Throws a draft away, with its pictures. Throws Refusal `not-found`. */
export async function dropDraft({ db }: Ground, member: Member, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await removeDraft(tx, member.id, id))) throw notFound()
    await releaseMedia(tx, subject('draft', id))
    await dropLayers(tx, subject('draft', id))
  })
}

/** The database takes no lone surrogates and no NUL inside JSON. */
const cleaned = (content: DraftContent): DraftContent =>
  JSON.parse(JSON.stringify(content), (_key, value) => (typeof value === 'string' ? normaliseText(value) : value))

async function checkInput(ground: Ground, member: Member, { content, scheduledFor }: DraftInput): Promise<void> {
  if (Buffer.byteLength(JSON.stringify(content)) > MOST_DRAFT_BYTES) throw new Refusal('too-large', { bytes: MOST_DRAFT_BYTES })
  await checkFlood(ground, member, 'draft')
  if (!scheduledFor) return
  if (scheduledFor <= ground.clock.now()) throw new Refusal('schedule-past', { field: 'scheduledFor' })
  await prepareScheduled(ground, member, content)
}

/** Pictures of the draft that are uploaded and not shown elsewhere; an upload that still runs joins with a later save. */
async function claimable(ground: Ground, member: Member, id: string, { pictures = [] }: DraftContent): Promise<NonNullable<DraftContent['pictures']>> {
  const found: typeof pictures = []
  for (const picture of pictures) {
    if (found.some((one) => one.id === picture.id)) continue
    const row = await ownMedia(ground, member, picture.id).catch((error) => {
      if (error instanceof Refusal) return null
      throw error
    })
    if (!row || (row.state !== 'ready' && row.state !== 'checked')) continue
    if (row.subject === null || (row.subject.kind === 'draft' && row.subject.id === id)) found.push(picture)
  }
  return found
}

const claim = (tx: Tx, member: Member, id: string, pictures: NonNullable<DraftContent['pictures']>) =>
  claimMedia(tx, member.id, claimsOf(pictures), subject('draft', id), { own: true })
