import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { boostNote, unboostNote } from '../boost-note.ts'
import { likeNote, unlikeNote } from '../like-note.ts'
import { zNote } from './notes.ts'

const tag = 'notes'
const zLiked = z.object({ liked: z.boolean(), likeCount: z.int() })
const zBoosted = z.object({ boosted: z.boolean(), boostCount: z.int() })

const like = defineRoute({
  method: 'put',
  path: '/notes/{id}/like',
  tag,
  summary: 'Like a note or comment',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: zLiked,
  refusals: ['not-found', 'slow-down'],
  handle: (ground, viewer, { params }) => likeNote(ground, viewer, params.id),
})

const unlike = defineRoute({
  method: 'delete',
  path: '/notes/{id}/like',
  tag,
  summary: 'Take a like back',
  who: 'member',
  scope: 'write',
  status: 200,
  params: zNote,
  answer: zLiked,
  handle: (ground, viewer, { params }) => unlikeNote(ground, viewer, params.id),
})

const boost = defineRoute({
  method: 'put',
  path: '/notes/{id}/boost',
  tag,
  summary: 'Pass a public note on to my followers',
  who: 'member',
  scope: 'write',
  params: zNote,
  answer: zBoosted,
  refusals: ['not-found', 'not-for-boosting', 'slow-down'],
  handle: (ground, viewer, { params }) => boostNote(ground, viewer, params.id),
})

const unboost = defineRoute({
  method: 'delete',
  path: '/notes/{id}/boost',
  tag,
  summary: 'Take a boost back',
  who: 'member',
  scope: 'write',
  status: 200,
  params: zNote,
  answer: zBoosted,
  handle: (ground, viewer, { params }) => unboostNote(ground, viewer, params.id),
})

export const reactionRoutes = [like, unlike, boost, unboost]
