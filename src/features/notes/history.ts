import { layersFor } from '#features/language/index.ts'
import { findActor } from '#features/people/index.ts'
import { type Ground, subject } from '#ground/feature.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { type Page, pageOf } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { type Changes, changesOf } from '#pure/text/word-diff.ts'
import { seenNote } from './queries/notes.ts'
import { revisionsOf } from './queries/parts.ts'

export interface Revision {
  revision: number
  at: string
  title: string
  body: string
  warning: string | null
  pictureCount: number
  /** Against the revision before; null for the oldest that is kept. */
  changes: Changes | null
}

/**
 * Every wording a note or comment had, newest first (after the first page: those below revision `before`), each with what changed. For whoever may read it, until its author leaves; wordings that
 * nobody but the author could read are left out once others can (`editNote`). Throws Refusal `not-found`.
 */
export async function historyOf(ground: Ground, viewer: Viewer, id: NoteId, before: number | null, limit: number): Promise<Page<Revision>> {
  const db = ground.db.read()
  const note = await seenNote(db, viewer, id)
  if (!note || note.state === 'author-deleted' || !(await findActor(db, { id: note.authorId }))) throw notFound()
  const of = subject(note.kind === 'comment' ? 'comment' : 'note', id)
  const [old, texts] = await Promise.all([
    revisionsOf(db, id, before, limit + 1),
    layersFor(db, { reads: [], show: 'original', keepOriginal: [], locale: viewer.locale }, [of]),
  ])
  const now = texts.get(id)?.original
  const newest = {
    revision: note.revision,
    at: note.editedAt ?? note.publishedAt ?? note.createdAt,
    title: now?.title ?? '',
    body: now?.body ?? '',
    warning: now?.warning ?? null,
    pictureCount: note.pictureCount,
  }
  const rows = before === null ? [newest, ...old] : old
  const { items, next } = pageOf(rows, limit, ({ revision }) => ({ key: revision, id }))
  return {
    items: items.map((row, i) => {
      const earlier = rows[i + 1]
      return { ...row, at: row.at.toISOString(), changes: earlier ? changesOf(earlier, row) : null }
    }),
    next,
  }
}
