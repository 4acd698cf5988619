import { z } from 'zod'
import { zActorBrief } from '#features/notes/index.ts'
import { defineRoute } from '#ground/http/route.ts'
import { zId } from '#ground/http/shapes.ts'
import { changeSection, createSection } from '../change-board.ts'
import { placeNote, removeFromBoard } from '../place-note.ts'
import { putByOthers } from '../present.ts'
import { type BoardRow, boardsHolding } from '../queries/boards.ts'
import { type Saved, saveNote, unsaveNote } from '../save-note.ts'
import { limit, tag, zBoard } from './boards.ts'

const zNote = z.object({ id: zId('note') })
const onBoard = z.object({ id: zId('board'), noteId: zId('note') })
const section = z.object({ id: zId('board'), sectionId: zId('section') })
const zName = z.object({ name: z.string().max(400) })
const zSaved = z.object({
  saved: z.boolean(),
  saveCount: z.int(),
  boards: z.array(z.object({ id: z.string(), name: z.string() })),
  before: z.array(z.string()).describe('Boards it was on: send them back to undo, or DELETE when there are none'),
})
const brief = ({ id, name }: BoardRow) => ({ id, name })
const presentSaved = ({ boards, ...state }: Saved): z.input<typeof zSaved> => ({ ...state, boards: boards.map(brief) })

const save = defineRoute({
  method: 'put',
  path: '/notes/{id}/save',
  tag,
  summary: 'Keep a note on exactly these boards, mine or shared; without any on the default one',
  who: 'member',
  scope: 'write',
  limit,
  params: zNote,
  body: z.object({ boardIds: z.array(zId('board')).min(1).max(200).optional() }).default({}),
  answer: zSaved,
  refusals: ['not-found', 'board-full'],
  handle: async (ground, me, { params, body }) => presentSaved(await saveNote(ground, me, params.id, body.boardIds)),
})

const unsave = defineRoute({
  method: 'delete',
  path: '/notes/{id}/save',
  tag,
  summary: 'Keep a note on no board',
  who: 'member',
  scope: 'write',
  status: 200,
  params: zNote,
  answer: zSaved,
  handle: async (ground, me, { params }) => presentSaved(await unsaveNote(ground, me, params.id)),
})

const savedOn = defineRoute({
  method: 'get',
  path: '/notes/{id}/save',
  tag,
  summary: 'On which of my boards a note is, and whose hand put it there',
  who: 'member',
  scope: 'read',
  params: zNote,
  answer: z.object({
    boards: zSaved.shape.boards.describe('Where I put it'),
    others: z.array(z.object({ id: z.string(), by: zActorBrief.nullable() })).describe('Boards I keep with others, where one of them put it'),
  }),
  async handle(ground, me, { params }) {
    const [boards, others] = await Promise.all([boardsHolding(ground.db.q, me.id, params.id), putByOthers(ground, me, params.id)])
    return { boards: boards.map(brief), others }
  },
})

const place = defineRoute({
  method: 'put',
  path: '/boards/{id}/notes/{noteId}',
  tag,
  summary: 'Put a note on a board that I keep, into a section, before another note',
  who: 'member',
  scope: 'write',
  limit,
  params: onBoard,
  body: z
    .object({ sectionId: zId('section').nullable(), before: zId('note') })
    .partial()
    .default({}),
  answer: null,
  refusals: ['not-found', 'board-full'],
  handle: (ground, me, { params, body }) => placeNote(ground, me, params.id, params.noteId, body),
})

const take = defineRoute({
  method: 'delete',
  path: '/boards/{id}/notes/{noteId}',
  tag,
  summary: 'Take a note off a board that I keep',
  who: 'member',
  scope: 'write',
  params: onBoard,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, me, { params }) => removeFromBoard(ground, me, params.id, params.noteId),
})

const addSection = defineRoute({
  method: 'post',
  path: '/boards/{id}/sections',
  tag,
  summary: 'Add a section to a board that I keep',
  who: 'member',
  scope: 'write',
  limit,
  params: zBoard,
  body: zName,
  answer: z.object({ id: z.string() }),
  refusals: ['not-found', 'board-name', 'too-many', 'forbidden-word', 'forbidden-link'],
  handle: async (ground, me, { params, body }) => ({ id: await createSection(ground, me, params.id, body.name) }),
})

const renameSection = defineRoute({
  method: 'patch',
  path: '/boards/{id}/sections/{sectionId}',
  tag,
  summary: 'Rename a section',
  who: 'member',
  scope: 'write',
  limit,
  params: section,
  body: zName,
  answer: null,
  refusals: ['not-found', 'board-name', 'forbidden-word', 'forbidden-link'],
  handle: (ground, me, { params, body }) => changeSection(ground, me, params.id, params.sectionId, body.name),
})

const dropSection = defineRoute({
  method: 'delete',
  path: '/boards/{id}/sections/{sectionId}',
  tag,
  summary: 'Delete a section; its notes stay on the board',
  who: 'member',
  scope: 'write',
  params: section,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, me, { params }) => changeSection(ground, me, params.id, params.sectionId, null),
})

export const saveRoutes = [save, unsave, savedOn, place, take, addSection, renameSection, dropSection]
