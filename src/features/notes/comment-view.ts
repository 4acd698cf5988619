import { layersFor, readerOf } from '#features/language/index.ts'
import { picturesOf } from '#features/media/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import type { Cursor } from '#pure/cursor/index.ts'
import { type Page, pageOf } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { actorBriefs, type CommentView, commentAddress } from './present.ts'
import { type CommentSort, commentPage, firstReplies, replyCounts } from './queries/comments.ts'
import { type SeenRow, seenNote } from './queries/notes.ts'

const UNFOLDED = 3
type Flat = Omit<CommentView, 'replies'>

/** Comments right under a note: the pinned one first on the first page, then by `sort`. Throws Refusal `not-found`. */
export async function commentsUnder(
  ground: Ground,
  viewer: Viewer,
  rootId: NoteId,
  { sort, cursor, limit }: { sort: CommentSort; cursor: Cursor | null; limit: number },
): Promise<Page<CommentView>> {
  const db = ground.db.read()
  const root = await seenNote(db, viewer, rootId)
  if (!root || root.kind === 'comment') throw notFound()
  const pinned = root.pinnedCommentId
  const rows = await commentPage(db, viewer, { root: rootId, parent: null, except: pinned, sort, cursor, limit })
  const page = pageOf(rows, limit, ({ key, id }) => ({ key, id }))
  const top = pinned && !cursor ? await seenNote(db, viewer, pinned) : undefined
  return { items: await presentComments(ground, viewer, [...(top?.state === 'published' ? [top] : []), ...page.items], pinned), next: page.next }
}

/** Replies to one comment, oldest first. Throws Refusal `not-found`. */
export async function repliesTo(
  ground: Ground,
  viewer: Viewer,
  id: NoteId,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<Page<CommentView>> {
  const db = ground.db.read()
  const comment = await seenNote(db, viewer, id)
  if (!comment?.rootId || comment.kind !== 'comment') throw notFound()
  const rows = await commentPage(db, viewer, { root: comment.rootId, parent: id, except: null, sort: 'old', cursor, limit })
  const page = pageOf(rows, limit, ({ key, id: at }) => ({ key, id: at }))
  return { items: await presentComments(ground, viewer, page.items, null), next: page.next }
}

/** One comment for whoever may see it, from the primary. Throws Refusal `not-found`. */
export async function commentFor(ground: Ground, viewer: Viewer, id: NoteId): Promise<CommentView> {
  const row = await seenNote(ground.db.q, viewer, id)
  if (row?.kind !== 'comment' || row.state === 'author-deleted' || !row.rootId) throw notFound()
  const root = await seenNote(ground.db.q, viewer, row.rootId)
  const [shown] = await presentComments(ground, viewer, [row], root?.pinnedCommentId ?? null)
  if (!shown) throw notFound()
  return shown
}

async function presentComments(ground: Ground, viewer: Viewer, rows: readonly SeenRow[], pinned: NoteId | null): Promise<CommentView[]> {
  if (rows.length === 0) return []
  const db = ground.db.read()
  const replies = await firstReplies(
    db,
    viewer,
    rows.map(({ id }) => id),
    UNFOLDED,
  )
  const flat = await presentFlat(ground, viewer, [...rows, ...replies], pinned)
  return rows.flatMap(({ id }) => {
    const shown = flat.get(id)
    return shown
      ? [
          {
            ...shown,
            replies: replies.flatMap((reply) => (reply.parentId === id ? (flat.get(reply.id) ?? []) : [])).map((reply) => ({ ...reply, replies: [] })),
          },
        ]
      : []
  })
}

async function presentFlat(ground: Ground, viewer: Viewer, rows: readonly SeenRow[], pinned: NoteId | null): Promise<Map<NoteId, Flat>> {
  const db = ground.db.read()
  const reader = await readerOf(ground, viewer)
  const me = viewerId(viewer)
  const asked = rows.map(({ id, visibility, authorId }) => ({
    ...subject('comment', id),
    open: visibility === 'public' || visibility === 'unlisted',
    others: authorId !== me,
  }))
  const roots = [...new Set(rows.flatMap(({ rootId }) => rootId ?? []))]
  const [texts, pictures, counts, notes] = await Promise.all([
    layersFor(db, reader, asked),
    picturesOf(
      ground,
      db,
      rows.flatMap(({ id, pictureCount }) => (pictureCount > 0 ? [subject('comment', id)] : [])),
    ),
    replyCounts(
      db,
      viewer,
      rows.map(({ id }) => id),
    ),
    Promise.all(roots.map((id) => seenNote(db, viewer, id))),
  ])
  const people = await actorBriefs(
    ground,
    db,
    [...rows, ...notes.filter((note) => note !== undefined)].map(({ authorId }) => authorId),
  )
  const pages = new Map(notes.flatMap((note) => (note ? [[note.id, `${people.get(note.authorId)?.url ?? ''}/${note.id}`] as const] : [])))
  return new Map(
    rows.flatMap((row): [NoteId, Flat][] => {
      const author = people.get(row.authorId)
      const text = texts.get(row.id)
      if (!author || !text || !row.rootId) return []
      const url = commentAddress(pages.get(row.rootId) ?? '', row.id)
      const facts = { replyCount: counts.get(row.id) ?? 0, pinned: row.id === pinned, mine: row.authorId === me, picture: pictures.get(row.id)?.[0] ?? null }
      return [[row.id, { ...plainComment(row, row.rootId), url, author, text, ...facts }]]
    }),
  )
}

const plainComment = (row: SeenRow, rootId: NoteId) => ({
  id: row.id,
  rootId,
  parentId: row.parentId,
  publishedAt: (row.publishedAt ?? row.createdAt).toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  likeCount: row.likeCount,
  liked: row.liked,
})
