import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zLanguage, zPage } from '#ground/http/shapes.ts'
import { commentFor, commentsUnder, repliesTo } from '../comment-view.ts'
import { deleteNote } from '../delete-note.ts'
import { editNote } from '../edit-note.ts'
import { postComment } from '../post-comment.ts'
import { zCommentView } from '../present.ts'
import { zNote } from './notes.ts'
import { placeOf } from './place.ts'

const tag = 'comments'
const zBody = z.string().max(20_000)

const list = defineRoute({
  method: 'get',
  path: '/notes/{id}/comments',
  tag,
  summary: 'Comments under a note, the pinned one first, each with its first three replies',
  who: 'anyone',
  scope: 'read',
  params: zNote,
  query: z.object({ ...pageQuery(), sort: z.enum(['new', 'old', 'liked']).default('new') }),
  answer: zPage(zCommentView),
  refusals: ['not-found'],
  handle: (ground, viewer, { params, query }) =>
    commentsUnder(ground, viewer, params.id, { sort: query.sort, cursor: placeOf(query.cursor), limit: query.limit }),
})

const replies = defineRoute({
  method: 'get',
  path: '/comments/{id}/replies',
  tag,
  summary: 'Replies to a comment, oldest first',
  who: 'anyone',
  scope: 'read',
  params: zNote,
  query: z.object(pageQuery()),
  answer: zPage(zCommentView),
  refusals: ['not-found'],
  handle: (ground, viewer, { params, query }) => repliesTo(ground, viewer, params.id, { cursor: placeOf(query.cursor), limit: query.limit }),
})

const one = defineRoute({
  method: 'get',
  path: '/comments/{id}',
  tag,
  summary: 'One comment',
  who: 'anyone',
  scope: 'read',
  params: zNote,
  answer: zCommentView,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => commentFor(ground, viewer, params.id),
})

const post = defineRoute({
  method: 'post',
  path: '/notes/{id}/comments',
  tag,
  summary: 'Comment on a note, or answer a comment of it; the same Idempotency-Key gives the same comment',
  who: 'member',
  scope: 'write',
  params: zNote,
  body: z.object({
    body: zBody.default(''),
    parentId: zId('note').nullable().default(null),
    pictureId: zId('media').nullable().default(null),
    alt: zBody.optional(),
    language: zLanguage.nullable().default(null),
  }),
  answer: zCommentView,
  refusals: ['not-found', 'comment-empty', 'body-length', 'mentions-count', 'forbidden-word', 'forbidden-link', 'media-unknown', 'media-taken', 'slow-down'],
  async handle(ground, viewer, { params, body: { pictureId, alt, ...body } }, call) {
    const picture = pictureId ? { id: pictureId, ...(alt === undefined ? {} : { alt }) } : null
    const id = await postComment(ground, viewer, params.id, { ...body, picture }, { idempotencyKey: call.idempotencyKey && `key:${call.idempotencyKey}` })
    return commentFor(ground, viewer, id)
  },
})

const edit = defineRoute({
  method: 'patch',
  path: '/comments/{id}',
  tag,
  summary: 'Change my comment',
  who: 'member',
  scope: 'write',
  params: zNote,
  body: z.object({ body: zBody, language: zLanguage, revision: z.int() }).partial(),
  answer: zCommentView,
  refusals: ['not-found', 'conflict', 'comment-empty', 'body-length', 'forbidden-word', 'forbidden-link', 'slow-down'],
  async handle(ground, viewer, { params, body }) {
    await editNote(ground, viewer, params.id, body)
    return commentFor(ground, viewer, params.id)
  },
})

const remove = defineRoute({
  method: 'delete',
  path: '/comments/{id}',
  tag,
  summary: 'Delete my comment; answers to it stay',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => deleteNote(ground, viewer, params.id),
})

export const commentRoutes = [list, replies, one, post, edit, remove]
