import { z } from 'zod'
import { isReadable, ownerOf, subject } from '#ground/feature.ts'
import { defineRoute, type Route } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import { isAtLeast } from '#ground/http/viewer.ts'
import { isUuid } from '#ground/ids/index.ts'
import { type Cursor, decodeCursor, pageOf } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { addTerm, dropTerm } from './change-terms.ts'
import { fileReport } from './file-report.ts'
import { handleCase } from './handle-case.ts'
import { presentAbout, presentCases, presentReceipt, presentTerm, zAbout, zCase, zReceipt, zTerm } from './present.ts'
import { listTerms } from './queries/filters.ts'
import { listCases, receiptsOf } from './queries/reports.ts'
import { statesOf } from './queries/states.ts'
import { MOST_WORDS, REPORT_KINDS, UNWANTED } from './report.ts'

const tag = 'moderation'
/** Where a list goes on; its ids are UUIDs, so anything else was not written here. */
function place(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null
  const at = decodeCursor(cursor)
  if (!isUuid(at.id)) throw new Refusal('bad-cursor')
  return at
}
const zSubject = { subjectKind: z.string().regex(/^[a-z-]{1,30}$/), subjectId: z.string().min(1).max(100) }

const report = defineRoute({
  method: 'post',
  path: '/reports',
  tag,
  summary: 'Report something to the moderators; answers a receipt',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  body: z.object({ ...zSubject, kind: z.enum([...REPORT_KINDS, UNWANTED]), words: z.string().max(MOST_WORDS).default('') }),
  answer: zReceipt,
  refusals: ['not-found', 'report-unwanted', 'reports-a-day', 'slow-down'],
  handle: async (ground, viewer, { body }) =>
    presentReceipt(await fileReport(ground, viewer, { subject: subject(body.subjectKind, body.subjectId), kind: body.kind, words: body.words })),
})

const about = defineRoute({
  method: 'get',
  path: '/reports/subject',
  tag,
  summary: 'What a report would be about: its beginning and who made it, whom one can mute or block instead',
  who: 'member',
  scope: 'read',
  query: z.object(zSubject),
  answer: zAbout,
  refusals: ['not-found'],
  async handle(ground, viewer, { query }) {
    const of = subject(query.subjectKind, query.subjectId)
    if (!(await isReadable(ground.house, ground.db.q, viewer, of))) throw notFound()
    const [shown] = await presentAbout(ground, [of])
    if (!shown) throw notFound()
    return shown
  },
})

const myReports = defineRoute({
  method: 'get',
  path: '/reports',
  tag,
  summary: 'What I reported and what came of it, newest first',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(zReceipt),
  async handle(ground, viewer, { query: { cursor, limit } }) {
    const rows = await receiptsOf(ground.db.read(), viewer.id, place(cursor), limit + 1)
    const { items, next } = pageOf(rows, limit, ({ id }) => ({ key: '', id }))
    return { items: items.map(presentReceipt), next }
  },
})

const states = defineRoute({
  method: 'get',
  path: '/states',
  tag,
  summary: 'Every state something of mine has been in, oldest first',
  who: 'member',
  scope: 'read',
  query: z.object(zSubject),
  answer: z.object({ items: z.array(z.object({ state: z.string(), reason: z.string().nullable(), at: z.string() })) }),
  refusals: ['not-found'],
  async handle({ db, house }, viewer, { query }) {
    const of = subject(query.subjectKind, query.subjectId)
    const owner = isUuid(of.id) ? await ownerOf(house, db.read(), of) : null
    if (owner !== viewer.id && !(owner !== null && isAtLeast(viewer, 'moderator'))) throw notFound()
    return { items: (await statesOf(db.read(), of)).map(({ state, reason, at }) => ({ state, reason, at: at.toISOString() })) }
  },
})

const queue = defineRoute({
  method: 'get',
  path: '/admin/reports',
  tag,
  summary: 'The queue: one item for each reported thing, newest first',
  who: 'moderator',
  scope: 'admin',
  query: z.object({ ...pageQuery(), state: z.enum(['open', 'seen', 'closed']).optional() }),
  answer: zPage(zCase),
  async handle(ground, _viewer, { query: { cursor, limit, state } }) {
    const rows = await listCases(ground.db.read(), state ?? null, place(cursor), limit + 1)
    const { items, next } = pageOf(rows, limit, ({ id }) => ({ key: '', id }))
    return { items: await presentCases(ground, items), next }
  },
})

const handleReport = defineRoute({
  method: 'patch',
  path: '/admin/reports/{id}',
  tag,
  summary: 'Mark an item of the queue as seen, or close it with words for those who reported',
  who: 'moderator',
  scope: 'admin',
  params: z.object({ id: zId('case') }),
  body: z.object({ state: z.enum(['seen', 'closed']), answer: z.string().max(MOST_WORDS).nullable().default(null) }),
  answer: zCase,
  refusals: ['not-found'],
  async handle(ground, viewer, { params, body }) {
    const [shown] = await presentCases(ground, [await handleCase(ground, viewer, { id: params.id, ...body })])
    if (!shown) throw notFound()
    return shown
  },
})

const terms = defineRoute({
  method: 'get',
  path: '/admin/filter-terms',
  tag,
  summary: 'Words and links that cannot be published here',
  who: 'moderator',
  scope: 'admin',
  answer: z.object({ items: z.array(zTerm) }),
  handle: async ({ db }) => ({ items: (await listTerms(db.read())).map(presentTerm) }),
})

const newTerm = defineRoute({
  method: 'post',
  path: '/admin/filter-terms',
  tag,
  summary: 'Add a word, or the host of a link',
  who: 'admin',
  scope: 'admin',
  body: z.object({ kind: z.enum(['word', 'link']), term: z.string().min(1).max(200), note: z.string().max(500).default('') }),
  answer: zTerm,
  refusals: ['filter-term-empty', 'filter-host', 'filter-terms-full'],
  handle: async (ground, viewer, { body }) => presentTerm(await addTerm(ground, viewer, body)),
})

const removeTerm = defineRoute({
  method: 'delete',
  path: '/admin/filter-terms/{id}',
  tag,
  summary: 'Take a word or link off the list',
  who: 'admin',
  scope: 'admin',
  params: z.object({ id: zId('term') }),
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => dropTerm(ground, viewer, params.id),
})

export const routes: Route[] = [report, about, myReports, states, queue, handleReport, terms, newTerm, removeTerm]
