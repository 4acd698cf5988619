import { keepOriginal } from '#features/language/index.ts'
import { claimMedia } from '#features/media/index.ts'
import { checkFlood, checkText, logState } from '#features/moderation/index.ts'
import { readersById } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import { isTaken, type Tx } from '#ground/database/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId, MediaId, NoteId } from '#ground/ids/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { normaliseText } from '#pure/text/normalise.ts'
import './events.ts'
import { commentWording, coverPatternOf, type Wording } from './note.ts'
import { mentionedPeople } from './prepare-note.ts'
import { addToComments } from './queries/comments.ts'
import { insertNote, lockNote, noteByKey, type SeenRow, seenNote } from './queries/notes.ts'
import { putMentions } from './queries/parts.ts'

export interface CommentInput {
  body: string
  /** Any comment of the same note; null answers the note itself. */
  parentId?: NoteId | null
  picture?: { id: MediaId; alt?: string } | null
  language?: string | null
}

/**
 * Says something under a note, to whoever may see the note. The same `idempotencyKey` gives the same comment.
 * Throws Refusal `not-found` (also for a parent elsewhere or someone blocked), `body-length`, `comment-empty`, `forbidden-word`, `forbidden-link`, `mentions-count`, `slow-down`.
 */
export async function postComment(
  ground: Ground,
  member: Member,
  rootId: NoteId,
  input: CommentInput,
  { idempotencyKey = null, at, unlimited = false }: { idempotencyKey?: string | null; at?: Instant; unlimited?: boolean } = {},
): Promise<NoteId> {
  const db = ground.db.q
  const known = idempotencyKey === null ? undefined : await noteByKey(db, member.id, idempotencyKey)
  if (known) return known
  const wording = commentWording(input.body, Boolean(input.picture))
  await checkText(db, wording.body)
  const [mentions, readers] = await Promise.all([mentionedPeople(ground, db, wording.body), readersById(db, [member.id])])
  if (!unlimited) await checkFlood(ground, member, 'comment')
  const written = {
    ...input,
    wording,
    mentions: mentions.filter((id) => id !== member.id),
    declared: readers.get(member.id)?.writes ?? [],
    idempotencyKey,
    at: at ?? ground.clock.now(),
  }
  try {
    return await ground.db.transaction(async (tx) => {
      // Whoever deletes the note, or the comment that is answered, holds this lock too: nothing is said under what is gone.
      await lockNote(tx, rootId)
      const root = await seenNote(tx, member, rootId)
      const parent = input.parentId ? await seenNote(tx, member, input.parentId) : undefined
      if (!root || root.kind === 'comment' || root.state !== 'published') throw notFound()
      if (input.parentId && (parent?.rootId !== rootId || parent.state !== 'published')) throw notFound()
      return writeComment(tx, ground, member.id, root, parent?.id ?? null, written)
    })
  } catch (error) {
    const first = idempotencyKey !== null && isTaken(error, 'notes_idempotency') ? await noteByKey(db, member.id, idempotencyKey) : undefined
    if (first) return first
    throw error
  }
}

interface Written extends CommentInput {
  wording: Wording
  mentions: ActorId[]
  declared: string[]
  idempotencyKey: string | null
  at: Instant
}

async function writeComment(tx: Tx, ground: Ground, author: ActorId, root: SeenRow, parentId: NoteId | null, input: Written): Promise<NoteId> {
  const id = ground.ids.next<NoteId>()
  const of = subject('comment', id)
  const language = await keepOriginal(tx, ground, of, { ...input.wording, language: input.language ?? null, declared: input.declared })
  const { picture } = input
  await claimMedia(tx, author, picture ? [{ id: picture.id, ...(picture.alt === undefined ? {} : { alt: normaliseText(picture.alt) }) }] : [], of)
  await insertNote(tx, {
    id,
    uri: `${ground.config.origin}/notes/${id}`,
    author_id: author,
    kind: 'comment',
    root_id: root.id,
    parent_id: parentId,
    visibility: root.visibility,
    state: 'published',
    language,
    place_id: null,
    licence: 'all-rights-reserved',
    cover_pattern: coverPatternOf(id),
    picture_count: picture ? 1 : 0,
    created_at: input.at,
    published_at: input.at,
    edited_at: null,
    pinned_comment_id: null,
    idempotency_key: input.idempotencyKey,
  })
  await putMentions(tx, id, input.mentions)
  await addToComments(tx, root.id, 1)
  await logState(tx, ground, of, 'published', author)
  await ground.outbox.announce(tx, 'comment.published', { noteId: id, authorId: author, rootId: root.id, parentId }, root.id)
  return id
}
