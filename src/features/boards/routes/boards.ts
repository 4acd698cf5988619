import { z } from 'zod'
import { tilesFor, zTile } from '#features/notes/index.ts'
import { opensLists, someone } from '#features/profiles/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import type { BoardId } from '#ground/ids/index.ts'
import { type Cursor, orderCursor, type Page, pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { changeBoard, createBoard, deleteBoard } from '../change-board.ts'
import { type BoardView, boardViews, fullBoard, zBoardView, zFullBoard } from '../present.ts'
import { type BoardRow, boardNotePage, boardPage, keptPage, seenBoard } from '../queries/boards.ts'

export const tag = 'boards'
export const zBoard = z.object({ id: zId('board') })
export const limit = { count: 600, windowSeconds: 3600 }
const zFacts = { name: z.string().max(400), description: z.string().max(4_000), secret: z.boolean() }
const refusals = ['board-name', 'board-description', 'too-many', 'forbidden-word', 'forbidden-link']

async function visibleBoard(ground: Ground, viewer: Viewer, id: BoardId): Promise<BoardRow> {
  const board = await seenBoard(ground.db.q, viewer, id)
  if (!board) throw notFound()
  return board
}
/** A board as its own page shows it. Throws Refusal `not-found`. */
export const viewOf = async (ground: Ground, viewer: Viewer, id: BoardId): Promise<z.input<typeof zFullBoard>> =>
  fullBoard(ground, viewer, await visibleBoard(ground, viewer, id))

/** A page of boards, last changed first. */
export async function listOf(
  ground: Ground,
  viewer: Viewer,
  { cursor, limit: most }: { cursor?: string | undefined; limit: number },
  ask: (stretch: { cursor: Cursor | null; limit: number }) => Promise<BoardRow[]>,
): Promise<Page<BoardView>> {
  const rows = await ask({ cursor: timeStart(cursor), limit: most })
  const { items, next } = pageOf(rows, most, ({ id, updatedAt }) => ({ key: updatedAt.toISOString(), id }))
  return { items: await boardViews(ground, viewer, items), next }
}

const mine = defineRoute({
  method: 'get',
  path: '/boards',
  tag,
  summary: 'Boards that I keep, alone or with others, last changed first',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery(40)),
  answer: zPage(zBoardView),
  handle: (ground, me, { query }) => listOf(ground, me, query, (stretch) => keptPage(ground.db.q, me, stretch)),
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
    if (!opensLists(actor, viewer, stands)) return { items: [], next: null }
    return listOf(ground, viewer, query, (stretch) => boardPage(ground.db.q, viewer, actor.id, stretch))
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
  answer: zFullBoard,
  refusals,
  handle: async (ground, me, { body }) => viewOf(ground, me, await createBoard(ground, me, body)),
})

const view = defineRoute({
  method: 'get',
  path: '/boards/{id}',
  tag,
  summary: 'A board with its sections',
  who: 'anyone',
  scope: 'read',
  params: zBoard,
  answer: zFullBoard,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => viewOf(ground, viewer, params.id),
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
  answer: zFullBoard,
  refusals: ['not-found', ...refusals],
  async handle(ground, me, { params, body }) {
    await changeBoard(ground, me, params.id, body)
    return viewOf(ground, me, params.id)
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
  answer: zPage(zTile.extend({ sectionId: z.string().nullable() })),
  refusals: ['not-found'],
  async handle(ground, viewer, { params, query }) {
    await visibleBoard(ground, viewer, params.id)
    const rows = await boardNotePage(ground.db.q, params.id, {
      section: query.sectionId ?? null,
      cursor: query.cursor ? orderCursor(query.cursor) : null,
      limit: query.limit,
    })
    const { items, next } = pageOf(rows, query.limit, ({ id, position }) => ({ key: position, id }))
    const sections = new Map<string, string | null>(items.map(({ id, sectionId }) => [id, sectionId]))
    const tiles = await tilesFor(
      ground,
      viewer,
      items.map(({ id }) => id),
    )
    return { items: tiles.map((tile) => ({ ...tile, sectionId: sections.get(tile.id) ?? null })), next }
  },
})

export const boardRoutes = [mine, ofActor, create, view, change, remove, notes]
