import { adoptTexts, keepAuthorLayer, keepOriginal } from '#features/language/index.ts'
import { type Claim, claimMedia, releaseMedia } from '#features/media/index.ts'
import { checkFlood, logState } from '#features/moderation/index.ts'
import { resolveHashtags } from '#features/topics/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import { isTaken, type Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { ActorId, NoteId } from '#ground/ids/index.ts'
import { Refusal } from '#pure/problem/index.ts'
import { normaliseText } from '#pure/text/normalise.ts'
import type { NoteInput } from './composer.ts'
import './events.ts'
import { coverPatternOf, limits, type NoteState } from './note.ts'
import { placeAtFirst } from './place-rules.ts'
import { type PreparedNote, prepareNote } from './prepare-note.ts'
import { removeDraft } from './queries/drafts.ts'
import { insertNote, noteByKey } from './queries/notes.ts'
import { askCoauthors, coauthorsOf, putMentions, putTopics } from './queries/parts.ts'
import { putWaiting } from './queries/places.ts'

export interface Circumstances {
  /** The same key of one author gives the same note, however often and at once it is sent. */
  idempotencyKey?: string | null
  /** When it counts as published; now unless a world is being filled. */
  at?: Instant
  /** No flood count: for filling a world and for scheduled notes. */
  unlimited?: boolean
  /** The draft it was written in: hands over its pictures and what was paid for its texts, and is gone afterwards. */
  draftId?: string | undefined
}

/**
 * Publishes a note with everything that belongs to it, or nothing. While pictures are still being made ready its state is
 * `processing` and `publishWhenReady` goes on. Throws the refusals of `prepareNote`, `slow-down`, `topics-count` and of claiming media.
 */
export async function publishNote(ground: Ground, author: { id: ActorId }, input: NoteInput, circumstances: Circumstances = {}): Promise<NoteId> {
  const key = circumstances.idempotencyKey ?? null
  const known = key === null ? undefined : await noteByKey(ground.db.q, author.id, key)
  if (known) return known
  const prepared = await prepareNote(ground, author, input)
  if (!circumstances.unlimited) await checkFlood(ground, author, 'note')
  try {
    return await ground.db.transaction((tx) => writeNote(tx, ground, author, prepared, circumstances))
  } catch (error) {
    // The same key at the same time: the other one was first and has committed.
    const first = key !== null && isTaken(error, 'notes_idempotency') ? await noteByKey(ground.db.q, author.id, key) : undefined
    if (first) return first
    throw error
  }
}

/** The transaction of `publishNote`, for callers that have one of their own. */
export async function writeNote(
  tx: Tx,
  ground: Ground,
  author: { id: ActorId },
  note: PreparedNote,
  { idempotencyKey = null, at, draftId }: Circumstances,
): Promise<NoteId> {
  const now = at ?? ground.clock.now()
  const id = ground.ids.next<NoteId>()
  const of = subject('note', id)
  const language = await keepOriginal(tx, ground, of, { ...note.wording, language: note.language, declared: note.declared })
  for (const layer of note.layers) await keepAuthorLayer(tx, ground, author, of, layer)
  const topics = await topicIds(tx, ground, author.id, note.topics, language)
  const pictures = await claimMedia(tx, author.id, claimsOf(note.pictures), of, { from: draftId === undefined ? undefined : subject('draft', draftId) })
  const state: NoteState = pictures.every((picture) => picture.state === 'ready') ? 'published' : 'processing'
  const { placeId, waiting } = await placeAtFirst(tx, author.id, note.placeId, now)
  await insertNote(tx, {
    id,
    uri: `${ground.config.origin}/notes/${id}`,
    author_id: author.id,
    kind: note.kind,
    root_id: null,
    parent_id: null,
    visibility: note.visibility,
    state,
    language,
    place_id: placeId,
    licence: note.licence,
    cover_pattern: coverPatternOf(id),
    picture_count: note.pictures.length,
    created_at: now,
    published_at: state === 'published' ? now : null,
    edited_at: null,
    pinned_comment_id: null,
    idempotency_key: idempotencyKey,
  })
  if (waiting) await putWaiting(tx, id, waiting)
  await putTopics(tx, id, topics, now)
  await putMentions(
    tx,
    id,
    note.mentions.filter((person) => person !== author.id),
  )
  await askCoauthors(tx, id, note.coauthors)
  if (draftId !== undefined) await takeFromDraft(tx, author.id, draftId, id)
  await logState(tx, ground, of, state, author.id)
  if (state === 'published') await announcePublished(tx, ground, { id, authorId: author.id })
  return id
}

/** The draft is gone: pictures that only it had go, and what a preview of it paid for is not paid again. Nothing happens to another member's. */
async function takeFromDraft(tx: Tx, author: ActorId, draftId: string, id: NoteId): Promise<void> {
  if (!(await removeDraft(tx, author, draftId))) return
  await releaseMedia(tx, subject('draft', draftId))
  await adoptTexts(tx, subject('draft', draftId), subject('note', id))
}

/** Labels or ids as topics of the house. Throws Refusal `topics-count`. */
export async function topicIds(tx: Tx, ground: Ground, author: ActorId, names: string[], language: string): Promise<string[]> {
  const topics = await resolveHashtags(tx, ground, names, language, author)
  if (topics.length > limits.topics) throw new Refusal('topics-count', { field: 'topics', count: limits.topics })
  return topics
}

export const claimsOf = (pictures: NoteInput['pictures']): Claim[] =>
  pictures.map(({ id, alt, focal }) => ({ id, ...(alt === undefined ? {} : { alt: normaliseText(alt) }), ...(focal ? { focal } : {}) }))

/** Tells the house, and those who are asked to join, in the transaction that made the note public. */
export async function announcePublished(tx: Tx, { outbox }: Ground, { id, authorId }: { id: NoteId; authorId: ActorId }): Promise<void> {
  await outbox.announce(tx, 'note.published', { noteId: id, authorId }, id)
  for (const asked of await coauthorsOf(tx, id)) {
    if (asked.state === 'asked') await outbox.announce(tx, 'coauthor.asked', { noteId: id, actorId: asked.id, authorId }, id)
  }
}
