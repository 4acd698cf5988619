import { z } from 'zod'
import { instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import type { Member } from '#ground/http/viewer.ts'
import { pageOf } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { zDraftContent } from '../composer.ts'
import { presentDrafts, zDraftView } from '../draft-view.ts'
import { noteFor } from '../note-view.ts'
import { zNoteView } from '../present.ts'
import { publishDraft } from '../publish-draft.ts'
import { draftOf, draftsOf } from '../queries/drafts.ts'
import { dropDraft, makeDraft, saveDraft } from '../save-draft.ts'
import { placeOf } from './place.ts'

const tag = 'drafts'
const zDraft = z.object({ id: zId('draft') })
const zScheduled = zTime.transform(instant).nullable().optional().describe('When it is published by itself; null: never')
const refusals = ['drafts-full', 'too-large', 'schedule-past', 'slow-down']

async function show(ground: Ground, viewer: Member, id: string) {
  const row = await draftOf(ground.db.q, viewer.id, id)
  const [view] = row ? await presentDrafts(ground, ground.db.q, [row]) : []
  if (!view) throw notFound()
  return view
}

const list = defineRoute({
  method: 'get',
  path: '/drafts',
  tag,
  summary: 'My drafts, last changed first',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(zDraftView),
  async handle(ground, viewer, { query }) {
    const { items, next } = pageOf(await draftsOf(ground.db.q, viewer.id, placeOf(query.cursor), query.limit), query.limit, ({ updatedAt, id }) => ({
      key: updatedAt.getTime(),
      id,
    }))
    return { items: await presentDrafts(ground, ground.db.q, items), next }
  },
})

const one = defineRoute({
  method: 'get',
  path: '/drafts/{id}',
  tag,
  summary: 'One of my drafts',
  who: 'member',
  scope: 'read',
  params: zDraft,
  answer: zDraftView,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => show(ground, viewer, params.id),
})

const make = defineRoute({
  method: 'post',
  path: '/drafts',
  tag,
  summary: 'Keep a new draft',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ content: zDraftContent, scheduledFor: zScheduled }),
  answer: zDraftView,
  refusals,
  handle: async (ground, viewer, { body }) => show(ground, viewer, await makeDraft(ground, viewer, body)),
})

const save = defineRoute({
  method: 'put',
  path: '/drafts/{id}',
  tag,
  summary: 'Save over the version one has; 409 answers the copy of the server',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  params: zDraft,
  body: z.object({ content: zDraftContent, version: z.int().min(0), scheduledFor: zScheduled }),
  answer: zDraftView,
  refusals: ['not-found', 'conflict', ...refusals],
  async handle(ground, viewer, { params, body }) {
    await saveDraft(ground, viewer, params.id, body)
    return show(ground, viewer, params.id)
  },
})

const drop = defineRoute({
  method: 'delete',
  path: '/drafts/{id}',
  tag,
  summary: 'Throw a draft away',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  params: zDraft,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => dropDraft(ground, viewer, params.id),
})

const publish = defineRoute({
  method: 'post',
  path: '/drafts/{id}/publish',
  tag,
  summary: 'Publish a draft as it was last saved; twice gives the same note',
  who: 'member',
  scope: 'write',
  params: zDraft,
  answer: zNoteView,
  refusals: ['not-found', 'conflict', 'slow-down'],
  async handle(ground, viewer, { params }, call) {
    const id = await publishDraft(ground, viewer, params.id)
    call.header('location', `${ground.config.origin}/notes/${id}`)
    return noteFor(ground, viewer, id, { fresh: true })
  },
})

export const draftRoutes = [list, one, make, save, drop, publish]
