import { z } from 'zod'
import { tilesFor, zTile } from '#features/notes/index.ts'
import { opensLists, someone } from '#features/profiles/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { ActorId, BoardId } from '#ground/ids/index.ts'
import { orderCursor, type Page, pageOf, timeCursor } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { changeBoard, createBoard, deleteBoard } from '../change-board.ts'
import { type BoardView, boardViews, zBoardView } from '../present.ts'
import { type BoardRow, boardNotePage, boardPage, sectionsOf, seenBoard } from '../queries/boards.ts'

export const tag = 'boards'
export const zBoard = z.object({ id: zId('board') })
export const limit = { count: 600, windowSeconds: 3600 }
const zFull = zBoardView.extend({ sections: z.array(z.object({ id: z.string(), name: z.string() })) })
const zFacts = { name: z.string().max(400), description: z.string().max(4_000), secret: z.boolean() }
const refusals = ['board-name', 'board-description', 'too-many', 'forbidden-word', 'forbidden-link']

async function visibleBoard(ground: Ground, viewer: Viewer, id: BoardId): Promise<BoardRow> {
  const board = await seenBoard(ground.db.q, viewer, id)
  if (!board) throw notFound()
  return board
}

async function fullView(ground: Ground, viewer: Viewer, id: BoardId): Promise<z.input<typeof zFull>> {
  const [view] = await boardViews(ground, viewer, [await visibleBoard(ground, viewer, id)])
  if (!view) throw notFound()
  return { ...view, sections: await sectionsOf(ground.db.q, id) }
}

async function listFor(
  ground: Ground,
  viewer: Viewer,
  owner: ActorId,
  { cursor, limit: most }: { cursor?: string | undefined; limit: number },
): Promise<Page<BoardView>> {
  const rows = await boardPage(ground.db.q, viewer, owner, cursor ? timeCursor(cursor) : null, most)
  const { items, next } = pageOf(rows, most, ({ id, updatedAt }) => ({ key: updatedAt.toISOString(), id }))
  return { items: await boardViews(ground, viewer, items), next }
}

const mine = defineRoute({
  method: 'get',
  path: '/boards',
  tag,
  summary: 'My boards, last changed first',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery(40)),
  answer: zPage(zBoardView),
  handle: (ground, me, { query }) => listFor(ground, me, me.id, query),
})

const ofActor = defineRoute({
  method: 'get',
  path: '/actors/{handle}/boards',
  tag,
  summary: 'Boards of a person that I may see',
  who: 'anyone',
  scope: 'read',
  params: z.object({ handle: z.string().min(1).max(320) }),
  query: z.object(pageQuery()),
  answer: zPage(zBoardView),
  refusals: ['not-found'],
  async handle(ground, viewer, { params, query }) {
    const { actor, stands } = await someone(ground, viewer, params.handle)
    return opensLists(actor, viewer, stands) ? listFor(ground, viewer, actor.id, query) : { items: [], next: null }
  },
})

const create = defineRoute({
  method: 'post',
  path: '/boards',
  tag,
  summary: 'Make a board',
  who: 'member',
  scope: 'write',
  limit,
  body: z.object({ name: zFacts.name, description: zFacts.description.default(''), secret: zFacts.secret.default(false) }),
  answer: zFull,
  refusals,
  handle: async (ground, me, { body }) => fullView(ground, me, await createBoard(ground, me, body)),
})

const view = defineRoute({
  method: 'get',
  path: '/boards/{id}',
  tag,
  summary: 'A board with its sections',
  who: 'anyone',
  scope: 'read',
  params: zBoard,
  answer: zFull,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => fullView(ground, viewer, params.id),
})

const change = defineRoute({
  method: 'patch',
  path: '/boards/{id}',
  tag,
  summary: 'Rename, describe, open or close my board',
  who: 'member',
  scope: 'write',
  limit,
  params: zBoard,
  body: z.object(zFacts).partial(),
  answer: zFull,
  refusals: ['not-found', ...refusals],
  async handle(ground, me, { params, body }) {
    await changeBoard(ground, me, params.id, body)
    return fullView(ground, me, params.id)
  },
})

const remove = defineRoute({
  method: 'delete',
  path: '/boards/{id}',
  tag,
  summary: 'Delete my board',
  who: 'member',
  scope: 'write',
  params: zBoard,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, me, { params }) => deleteBoard(ground, me, params.id),
})

const notes = defineRoute({
  method: 'get',
  path: '/boards/{id}/notes',
  tag,
  summary: 'Notes of a board in its order; a page may be shorter than asked',
  who: 'anyone',
  scope: 'read',
  params: zBoard,
  query: z.object({ ...pageQuery(), sectionId: zId('section').optional() }),
  answer: zPage(zTile),
  refusals: ['not-found'],
  async handle(ground, viewer, { params, query }) {
    await visibleBoard(ground, viewer, params.id)
    const rows = await boardNotePage(ground.db.q, params.id, {
      section: query.sectionId ?? null,
      cursor: query.cursor ? orderCursor(query.cursor) : null,
      limit: query.limit,
    })
    const { items, next } = pageOf(rows, query.limit, ({ id, position }) => ({ key: position, id }))
    return {
      items: await tilesFor(
        ground,
        viewer,
        items.map(({ id }) => id),
      ),
      next,
    }
  },
})

export const boardRoutes = [mine, ofActor, create, view, change, remove, notes]
