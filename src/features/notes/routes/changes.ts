import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import { orderCursor } from '#pure/cursor/index.ts'
import { joinNote, leaveNote } from '../answer-coauthor.ts'
import { setArchived } from '../archive-note.ts'
import { zNoteChange } from '../composer.ts'
import { deleteNote } from '../delete-note.ts'
import { editNote } from '../edit-note.ts'
import { historyOf } from '../history.ts'
import { noteFor } from '../note-view.ts'
import { pinComment } from '../pin-comment.ts'
import { zNoteView } from '../present.ts'
import { zNote } from './notes.ts'

const tag = 'notes'
const zChanges = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
const zRevision = z.object({
  revision: z.int(),
  at: z.string(),
  title: z.string(),
  body: z.string(),
  warning: z.string().nullable(),
  pictureCount: z.int(),
  changes: z.object({ title: zChanges, body: zChanges, warning: zChanges }).nullable().describe('Against the revision before'),
})

const edit = defineRoute({
  method: 'patch',
  path: '/notes/{id}',
  tag,
  summary: 'Change what is given of my note',
  who: 'member',
  scope: 'write',
  params: zNote,
  body: zNoteChange,
  answer: zNoteView,
  refusals: [
    'not-found',
    'conflict',
    'pictures-not-ready',
    'visibility-wider',
    'title-needed',
    'title-length',
    'body-length',
    'warning-length',
    'topics-count',
    'mentions-count',
    'place-unknown',
    'coauthor-unknown',
    'coauthors-count',
    'layers-count',
    'language-unknown',
    'same-language',
    'layer-empty',
    'layer-long',
    'forbidden-word',
    'forbidden-link',
    'slow-down',
  ],
  async handle(ground, viewer, { params, body }) {
    await editNote(ground, viewer, params.id, body)
    return noteFor(ground, viewer, params.id, { fresh: true })
  },
})

const history = defineRoute({
  method: 'get',
  path: '/notes/{id}/history',
  tag,
  summary: 'Every wording a note or comment had, newest first',
  who: 'anyone',
  scope: 'read',
  params: zNote,
  query: z.object(pageQuery()),
  answer: zPage(zRevision),
  refusals: ['not-found', 'bad-cursor'],
  handle: (ground, viewer, { params: { id }, query: { cursor, limit } }) =>
    historyOf(ground, viewer, id, cursor === undefined ? null : orderCursor(cursor).key, limit),
})

const remove = defineRoute({
  method: 'delete',
  path: '/notes/{id}',
  tag,
  summary: 'Delete my note with all that belongs to it',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => deleteNote(ground, viewer, params.id),
})

const archive = defineRoute({
  method: 'put',
  path: '/notes/{id}/archive',
  tag,
  summary: 'Keep my note for myself',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => setArchived(ground, viewer, params.id, true),
})

const unarchive = defineRoute({
  method: 'delete',
  path: '/notes/{id}/archive',
  tag,
  summary: 'Bring my note back',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => setArchived(ground, viewer, params.id, false),
})

const join = defineRoute({
  method: 'put',
  path: '/notes/{id}/coauthors/me',
  tag,
  summary: 'Accept to be a co-author',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => joinNote(ground, viewer, params.id),
})

const leave = defineRoute({
  method: 'delete',
  path: '/notes/{id}/coauthors/me',
  tag,
  summary: 'Decline, or leave as co-author',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => leaveNote(ground, viewer, params.id),
})

const pin = defineRoute({
  method: 'put',
  path: '/notes/{id}/pinned-comment',
  tag,
  summary: 'Put one comment under my note on top',
  who: 'member',
  scope: 'write',
  params: zNote,
  body: z.object({ commentId: zId('note') }),
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params, body }) => pinComment(ground, viewer, params.id, body.commentId),
})

const unpin = defineRoute({
  method: 'delete',
  path: '/notes/{id}/pinned-comment',
  tag,
  summary: 'No comment on top',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => pinComment(ground, viewer, params.id, null),
})

export const changeRoutes = [edit, history, remove, archive, unarchive, join, leave, pin, unpin]
