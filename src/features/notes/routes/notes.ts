import { z } from 'zod'
import { findActor } from '#features/people/index.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import { viewerId } from '#ground/http/viewer.ts'
import type { NoteId } from '#ground/ids/index.ts'
import { pageOf } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { zNoteInput } from '../composer.ts'
import { noteFor } from '../note-view.ts'
import { zNoteView, zTile } from '../present.ts'
import { publishNote } from '../publish-note.ts'
import { notesBy, seenNote, similarTo } from '../queries/notes.ts'
import { tilesFor } from '../tiles.ts'
import { placeOf } from './place.ts'

const tag = 'notes'
export const zNote = z.object({ id: zId('note') })

const publish = defineRoute({
  method: 'post',
  path: '/notes',
  tag,
  summary: 'Publish a note; the same Idempotency-Key gives the same note',
  who: 'member',
  scope: 'write',
  body: zNoteInput.extend({ draftId: zId('draft').optional().describe('The draft it was written in') }),
  answer: zNoteView,
  refusals: [
    'title-needed',
    'title-length',
    'body-length',
    'warning-length',
    'pictures-count',
    'pictures-needed',
    'topics-count',
    'mentions-count',
    'place-unknown',
    'coauthor-unknown',
    'coauthors-count',
    'layers-count',
    'forbidden-word',
    'forbidden-link',
    'media-unknown',
    'media-taken',
    'media-failed',
    'media-unfinished',
    'slow-down',
  ],
  async handle(ground, viewer, { body: { draftId, ...input } }, call) {
    const id = await publishNote(ground, viewer, input, { draftId, idempotencyKey: call.idempotencyKey && `key:${call.idempotencyKey}` })
    call.header('location', `${ground.config.origin}/notes/${id}`)
    return noteFor(ground, viewer, id, { fresh: true })
  },
})

const view = defineRoute({
  method: 'get',
  path: '/notes/{id}',
  tag,
  summary: 'A note',
  who: 'anyone',
  scope: 'read',
  params: zNote,
  answer: zNoteView,
  refusals: ['not-found'],
  handle: async (ground, viewer, { params }) => noteFor(ground, viewer, params.id),
})

const similar = defineRoute({
  method: 'get',
  path: '/notes/{id}/similar',
  tag,
  summary: 'Notes with topics in common',
  who: 'anyone',
  scope: 'read',
  params: zNote,
  answer: z.object({ items: z.array(zTile) }),
  refusals: ['not-found'],
  async handle(ground, viewer, { params }) {
    const db = ground.db.read()
    if (!(await seenNote(db, viewer, params.id))) throw notFound()
    return { items: await tilesFor(ground, viewer, await similarTo(db, viewer, params.id, 12)) }
  },
})

const byAuthor = defineRoute({
  method: 'get',
  path: '/actors/{handle}/notes',
  tag,
  summary: "An author's notes and those they joined, newest first; `state=archived` is one's own archive",
  who: 'anyone',
  scope: 'read',
  params: z.object({ handle: z.string().regex(/^@?\w{1,64}(@[\w.:-]{1,255})?$/) }),
  query: z.object({ ...pageQuery(), state: z.enum(['published', 'archived']).default('published') }),
  answer: zPage(zTile),
  refusals: ['not-found'],
  async handle(ground, viewer, { params, query }) {
    const db = ground.db.read()
    const [handle = '', host] = params.handle.replace(/^@/, '').split('@')
    const author = await findActor(db, { handle, host: host ?? null })
    const archived = query.state === 'archived'
    if (!author || (archived && author.id !== viewerId(viewer))) throw notFound()
    const rows = await notesBy(db, viewer, author.id, { cursor: placeOf(query.cursor), limit: query.limit, archived })
    const { items, next } = pageOf(rows, query.limit, ({ id, at }) => ({ key: at.getTime(), id }))
    return {
      items: await tilesFor(
        ground,
        viewer,
        items.map(({ id }): NoteId => id),
      ),
      next,
    }
  },
})

export const noteRoutes = [publish, view, similar, byAuthor]
