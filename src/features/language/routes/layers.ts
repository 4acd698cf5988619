import { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import { type Ground, pageOfSubject, subject } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zLanguage, zPage } from '#ground/http/shapes.ts'
import { isAtLeast, type Viewer, viewerId } from '#ground/http/viewer.ts'
import { decodeCursor, orderCursor, pageOf } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { changesOf } from '#pure/text/word-diff.ts'
import { addLayer } from '../add-layer.ts'
import { deleteLayer } from '../delete-layer.ts'
import { improveLayer, revertLayer } from '../improve-layer.ts'
import { isApart } from '../layer.ts'
import { creditOf, shownOf, zCredit, zShownText } from '../present.ts'
import { isAmongFirst, type LayerRow, layerPage, originalOf } from '../queries/layers.ts'
import { historyOf, thanksOf, voteOf } from '../queries/people.ts'
import { readerOf } from '../reader.ts'
import { checkReadable, readableLayer, subjectOf } from '../subject-access.ts'
import { mayRate, voteOnLayer } from '../vote-on-layer.ts'
import { tag, zLicence, zSubject } from './subject.ts'

const wording = { title: z.string().max(2_000), body: z.string().max(100_000), warning: z.string().max(4_000).nullish() }
const params = z.object({ id: zId('layer') })
const limit = { count: 60, windowSeconds: 600 }
const zLayer = zShownText.extend({
  mine: z.boolean(),
  myVote: z.union([z.literal(1), z.literal(-1), z.literal(0)]),
  mayVote: z.boolean().describe('I read both languages, and the layer is somebody else’s'),
  thanks: z.int().describe('Readers who thanked for it: votes of 1'),
  licence: zLicence,
  revision: z.int(),
})
const zChanges = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
const zRevision = z.object({
  revision: z.int(),
  title: z.string(),
  body: z.string(),
  warning: z.string().nullable(),
  at: z.string(),
  by: zCredit.nullable().describe('Who worded it, where several may: words in a picture'),
  changes: z.object({ title: zChanges, body: zChanges, warning: zChanges }).nullable().describe('Against the revision before'),
})

/** The original and layers of a subject with their text, as this viewer meets them. */
async function layers(ground: Ground, viewer: Viewer, original: LayerRow | undefined, others: readonly LayerRow[]): Promise<z.input<typeof zLayer>[]> {
  const reader = await readerOf(ground, viewer)
  const rows = [...(original ? [original] : []), ...others.filter((row) => isAtLeast(viewer, 'moderator') || !isApart(reader, row))]
  const me = viewerId(viewer)
  const people = await actorsById(
    ground.db.q,
    rows.flatMap(({ byActor }) => (byActor ? [byActor] : [])),
  )
  const ids = rows.map(({ id }) => id)
  const [votes, thanks] = await Promise.all([me === null ? new Map() : voteOf(ground.db.q, ids, me), thanksOf(ground.db.q, ids)])
  const marks = (await reader.mark?.(rows.map(({ language, title, body }) => ({ language, texts: [title, body], others: false }))))?.marks ?? []
  return rows.map((row, i) => ({
    ...shownOf(row, people, { title: marks[i]?.[0] ?? [], body: marks[i]?.[1] ?? [] }),
    mine: me !== null && row.byActor === me,
    myVote: votes.get(row.id) ?? 0,
    mayVote: original !== undefined && viewer.kind === 'member' && mayRate(viewer, original, row),
    thanks: thanks.get(row.id) ?? 0,
    licence: row.licence,
    revision: row.revision,
  }))
}

async function one(ground: Ground, viewer: Viewer, id: string): Promise<z.input<typeof zLayer>> {
  const layer = await readableLayer(ground, viewer, id as Parameters<typeof readableLayer>[2])
  const original = await originalOf(ground.db.q, subjectOf(layer))
  const found = (await layers(ground, viewer, original, layer.origin === 'original' ? [] : [layer])).find((item) => item.id === id)
  if (!found) throw notFound()
  return found
}

const list = defineRoute({
  method: 'get',
  path: '/layers',
  tag,
  summary: 'Layers of a text, the oldest first; the original stands before them on every page',
  who: 'anyone',
  scope: 'read',
  query: z.object({
    ...zSubject,
    ...pageQuery(40),
    layerId: zId('layer').optional().describe('This layer alone'),
    at: zId('layer').optional().describe('The page with this layer on it: the first, or the one that begins with it; a cursor goes before it'),
    language: zLanguage.optional().describe('Layers in this language alone'),
    origin: z.enum(['author', 'person', 'machine']).optional(),
  }),
  answer: zPage(zLayer).extend({ address: z.string().nullable().describe('Page where the text stands') }),
  refusals: ['not-found', 'bad-cursor'],
  async handle(ground, viewer, { query: { subjectKind, subjectId, cursor, limit: most, at, ...wanted } }) {
    const of = subject(subjectKind, subjectId)
    await checkReadable(ground, viewer, of)
    const after = cursor === undefined ? null : orderCursor(cursor).id
    const isBehind = at !== undefined && after === null && !(await isAmongFirst(ground.db.q, of, at, most))
    const [original, rows, address] = await Promise.all([
      originalOf(ground.db.q, of),
      layerPage(ground.db.q, of, { ...wanted, at: isBehind ? at : undefined }, after, most + 1),
      pageOfSubject(ground.house, ground.db.q, of),
    ])
    const { items, next } = pageOf(rows, most, ({ id }) => ({ key: 0, id }))
    return { items: await layers(ground, viewer, original, items), next, address }
  },
})

const add = defineRoute({
  method: 'post',
  path: '/layers',
  tag,
  summary: 'Add a layer in another language',
  who: 'member',
  scope: 'write',
  limit,
  body: z.object({ ...zSubject, language: zLanguage, ...wording, licence: zLicence.default('text') }),
  answer: zLayer,
  refusals: [
    'not-found',
    'language-unknown',
    'same-language',
    'layer-exists',
    'layers-full',
    'layer-empty',
    'layer-long',
    'forbidden-word',
    'forbidden-link',
    'slow-down',
  ],
  async handle(ground, viewer, { body: { subjectKind, subjectId, ...given } }) {
    return one(ground, viewer, await addLayer(ground, viewer, { subject: subject(subjectKind, subjectId), ...given }))
  },
})

const improve = defineRoute({
  method: 'patch',
  path: '/layers/{id}',
  tag,
  summary: 'New wording for my layer',
  who: 'member',
  scope: 'write',
  limit,
  params,
  body: z.object({ ...wording, licence: zLicence.optional().describe('Left out: as it is') }),
  answer: zLayer,
  refusals: ['not-found', 'not-yours', 'layer-empty', 'layer-long', 'forbidden-word', 'forbidden-link', 'slow-down'],
  async handle(ground, viewer, { params: { id }, body }) {
    await improveLayer(ground, viewer, id, body)
    return one(ground, viewer, id)
  },
})

const revert = defineRoute({
  method: 'post',
  path: '/layers/{id}/revert',
  tag,
  summary: 'Bring an earlier wording of my layer back',
  who: 'member',
  scope: 'write',
  status: 200,
  limit,
  params,
  body: z.object({ revision: z.int().min(1).max(1_000_000) }),
  answer: zLayer,
  refusals: ['not-found', 'not-yours', 'forbidden-word', 'forbidden-link'],
  async handle(ground, viewer, { params: { id }, body: { revision } }) {
    await revertLayer(ground, viewer, id, revision)
    return one(ground, viewer, id)
  },
})

const remove = defineRoute({
  method: 'delete',
  path: '/layers/{id}',
  tag,
  summary: 'Delete my layer',
  who: 'member',
  scope: 'write',
  params,
  answer: null,
  refusals: ['not-found', 'not-yours'],
  handle: (ground, viewer, { params: { id } }) => deleteLayer(ground, viewer, id),
})

const vote = defineRoute({
  method: 'put',
  path: '/layers/{id}/vote',
  tag,
  summary: 'Rate a layer between two languages that I read; 0 takes the vote back',
  who: 'member',
  scope: 'write',
  limit: { count: 120, windowSeconds: 600 },
  params,
  body: z.object({ value: z.union([z.literal(1), z.literal(-1), z.literal(0)]) }),
  answer: z.object({ rating: z.int() }),
  refusals: ['not-found', 'own-layer', 'reads-one-side'],
  handle: async (ground, viewer, { params: { id }, body: { value } }) => ({ rating: await voteOnLayer(ground, viewer, id, value) }),
})

const history = defineRoute({
  method: 'get',
  path: '/layers/{id}/history',
  tag,
  summary: 'Every wording that people gave a layer, the newest first, each with what changed; what engines said before is not kept',
  who: 'anyone',
  scope: 'read',
  params,
  query: z.object(pageQuery()),
  answer: zPage(zRevision),
  refusals: ['not-found', 'bad-cursor'],
  async handle(ground, viewer, { params: { id }, query: { cursor, limit: most } }) {
    const layer = await readableLayer(ground, viewer, id)
    const before = cursor === undefined ? null : decodeCursor(cursor).key
    if (before !== null && !Number.isInteger(before)) throw new Refusal('bad-cursor')
    const earlier = await historyOf(ground.db.q, id, before as number | null, most + 1)
    const { revision, title, body, warning, updatedAt: at, boxes, byActor } = layer
    const rows = before === null ? [{ revision, title, body, warning, at, byActor: boxes && byActor }, ...earlier] : earlier
    const { items, next } = pageOf(rows, most, (row) => ({ key: row.revision, id }))
    const changes = (i: number, row: (typeof rows)[number]) => (rows[i + 1] ? changesOf(rows[i + 1] as typeof row, row) : null)
    const people = await actorsById(
      ground.db.q,
      items.flatMap(({ byActor }) => byActor ?? []),
    )
    return {
      items: items.map(({ byActor, ...row }, i) => ({
        ...row,
        at: row.at.toISOString(),
        by: creditOf(byActor, people),
        changes: changes(i, rows[i] as (typeof rows)[number]),
      })),
      next,
    }
  },
})

export const layerRoutes = [list, add, improve, revert, remove, vote, history]
