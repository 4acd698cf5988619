import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import { zBoardView, zFullBoard } from '../present.ts'
import { askedPage } from '../queries/boards.ts'
import { askToBoard, dropFromBoard, joinBoard, leaveBoard } from '../share-board.ts'
import { limit, listOf, tag, viewOf, zBoard } from './boards.ts'

const zPerson = z.object({ id: zId('board'), actorId: zId('actor') })

const asked = defineRoute({
  method: 'get',
  path: '/board-invitations',
  tag,
  summary: 'Boards that I was asked to keep together and have not answered',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(zBoardView),
  handle: (ground, me, { query }) => listOf(ground, me, query, (stretch) => askedPage(ground.db.q, me, stretch)),
})

const ask = defineRoute({
  method: 'put',
  path: '/boards/{id}/people/{actorId}',
  tag,
  summary: 'Ask somebody to keep my board together',
  who: 'member',
  scope: 'write',
  limit,
  params: zPerson,
  answer: null,
  refusals: ['not-found', 'too-many'],
  handle: (ground, me, { params }) => askToBoard(ground, me, params.id, params.actorId),
})

const drop = defineRoute({
  method: 'delete',
  path: '/boards/{id}/people/{actorId}',
  tag,
  summary: 'Take back the invitation to my board, or end keeping it together; what they put on it stays',
  who: 'member',
  scope: 'write',
  params: zPerson,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, me, { params }) => dropFromBoard(ground, me, params.id, params.actorId),
})

const join = defineRoute({
  method: 'put',
  path: '/boards/{id}/part',
  tag,
  summary: 'Say yes to keeping a board together',
  who: 'member',
  scope: 'write',
  status: 200,
  limit,
  params: zBoard,
  answer: zFullBoard,
  refusals: ['not-found', 'too-many'],
  async handle(ground, me, { params }) {
    await joinBoard(ground, me, params.id)
    return viewOf(ground, me, params.id)
  },
})

const leave = defineRoute({
  method: 'delete',
  path: '/boards/{id}/part',
  tag,
  summary: 'Say no to it, or leave it; what I put on it stays',
  who: 'member',
  scope: 'write',
  params: zBoard,
  answer: null,
  handle: (ground, me, { params }) => leaveBoard(ground, me, params.id),
})

export const peopleRoutes = [asked, ask, drop, join, leave]
