import { z } from 'zod'
import { blockedEitherWay } from '#features/graph/index.ts'
import { type Actor, actorsById } from '#features/people/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import { isAtLeast, type Viewer, viewerId } from '#ground/http/viewer.ts'
import type { LayerId } from '#ground/ids/index.ts'
import { decodeCursor, pageOf } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { proposeMend } from '../mends/propose-mend.ts'
import { mayRevert, revertMend } from '../mends/revert-mend.ts'
import { mayThank, VOTES_TO_TAKE, voteOnMend } from '../mends/vote-on-mend.ts'
import { creditOf, zCredit } from '../present.ts'
import { type LayerRow, layersOf } from '../queries/layers.ts'
import { type MendRow, mendsOf, type Votes, votesOf } from '../queries/mends.ts'
import { sentencesOf } from '../sentences.ts'
import { isOwner, readableLayer, subjectOf } from '../subject-access.ts'
import { readsBoth } from '../vote-on-layer.ts'
import { tag, zLicence } from './subject.ts'

const params = z.object({ id: zId('layer') })
const mendParams = z.object({ id: zId('mend') })
const limit = { count: 60, windowSeconds: 600 }
/** Proposals and earlier words shown with a sentence, the newest. */
const MOST_MENDS = 20

const zMend = z.object({
  id: z.string(),
  text: z.string(),
  by: zCredit.nullable(),
  licence: zLicence,
  state: z.enum(['proposed', 'taken', 'replaced', 'reverted']),
  confirms: z.boolean().describe('It says that the words still fit, and changes none'),
  before: z.string().nullable().describe('What stood there before it was taken'),
  votes: z.int().describe(`Readers of both languages who thanked; an engine’s sentence gives way at ${VOTES_TO_TAKE}`),
  voted: z.boolean().describe('I am one of them'),
  mine: z.boolean(),
  mayVote: z.boolean().describe('I read both languages, and the mend is somebody else’s'),
  mayRevert: z.boolean(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
})
const zSentence = z.object({
  key: z.string(),
  number: z.int().describe('Counted from 1, the title first'),
  part: z.enum(['title', 'warning', 'body']),
  original: z.string().describe('Empty when the original says nothing there any more'),
  text: z.string().describe('Empty when nobody has rendered it'),
  state: z.enum(['fresh', 'stale', 'gone', 'missing']),
  mayConfirm: z.boolean().describe('It is stale, and I may say that it still fits: by proposing the words that stand there'),
  mends: z.array(zMend).describe(`The ${MOST_MENDS} newest, newest first`),
})

interface Told {
  viewer: Viewer
  original: LayerRow
  layer: LayerRow
  isAuthor: boolean
  people: ReadonlyMap<string, Actor>
  votes: ReadonlyMap<string, Votes>
}

function present(mend: MendRow, now: string, { viewer, original, layer, isAuthor, people, votes }: Told): z.input<typeof zMend> {
  const { id, text, licence, state, before, createdAt, decidedAt } = mend
  const thanks = votes.get(id)
  const isMember = viewer.kind === 'member'
  return {
    id,
    text,
    licence,
    state,
    confirms: text === (before ?? now),
    before,
    by: creditOf(mend.byActor, people),
    votes: thanks?.votes ?? 0,
    voted: thanks?.mine ?? false,
    mine: isMember && mend.byActor === viewer.id,
    mayVote: isMember && mayThank(viewer, original, layer, mend),
    mayRevert: isMember && (state === 'proposed' || state === 'taken') && mayRevert(viewer, mend, layer, isAuthor),
    createdAt: createdAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}

/** A page of a layer's sentences with their mends, or the one that is asked for. Six queries, whatever the length. */
async function page(ground: Ground, viewer: Viewer, id: LayerId, { key, from, most }: { key?: string | undefined; from: number; most: number }) {
  const layer = await readableLayer(ground, viewer, id)
  const original = (await layersOf(ground.db.q, [subjectOf(layer)])).find(({ origin }) => origin === 'original')
  if (!original || layer.origin === 'original') throw notFound()
  const all = sentencesOf(original, layer).map((one, i) => ({ ...one, number: i + 1 }))
  const wanted = key === undefined ? all.slice(from, from + most + 1) : all.filter((one) => one.key === key).slice(0, 1)
  const proposed = await mendsOf(
    ground.db.q,
    id,
    wanted.map((one) => one.key),
    MOST_MENDS,
  )
  const apart = viewer.kind === 'member' && !isAtLeast(viewer, 'moderator') ? await blockedEitherWay(ground.db.q, viewer.id) : null
  const mends = proposed.filter(({ byActor }) => byActor === null || !apart?.has(byActor))
  const [votes, people] = await Promise.all([
    votesOf(
      ground.db.q,
      mends.map((mend) => mend.id),
      viewerId(viewer),
    ),
    actorsById(
      ground.db.q,
      mends.flatMap(({ byActor }) => (byActor ? [byActor] : [])),
    ),
  ])
  const isAuthor = viewer.kind === 'member' && (await isOwner(ground, viewer, subjectOf(layer)))
  const told = { viewer, original, layer, isAuthor, people, votes }
  const mayConfirm = viewer.kind === 'member' && (layer.byActor === viewer.id || readsBoth(viewer, original, layer))
  return wanted.map(({ key: name, number, part, original: said, text, state }) => ({
    key: name,
    number,
    part,
    original: said,
    text,
    state,
    mayConfirm: mayConfirm && state === 'stale',
    mends: mends.filter(({ sentence }) => sentence === name).map((mend) => present(mend, text, told)),
  }))
}

const list = defineRoute({
  method: 'get',
  path: '/layers/{id}/sentences',
  tag,
  summary: 'A layer sentence by sentence beside its original, with what readers would say instead',
  who: 'anyone',
  scope: 'read',
  params,
  query: z.object({ ...pageQuery(), key: z.string().max(64).optional().describe('Only this sentence') }),
  answer: zPage(zSentence),
  refusals: ['not-found', 'bad-cursor'],
  async handle(ground, viewer, { params: { id }, query: { key, cursor, limit: most } }) {
    const from = cursor === undefined ? 0 : decodeCursor(cursor).key
    if (typeof from !== 'number' || !Number.isInteger(from) || from < 0) throw new Refusal('bad-cursor')
    return pageOf(await page(ground, viewer, id, { key, from, most }), most, (row) => ({ key: row.number, id }))
  },
})

const propose = defineRoute({
  method: 'post',
  path: '/layers/{id}/mends',
  tag,
  summary: 'Word one sentence of somebody else’s layer better, or say that a stale one still fits',
  who: 'member',
  scope: 'write',
  limit,
  params,
  body: z.object({ sentence: z.string().max(64), text: z.string().max(10_000), licence: zLicence.default('text') }),
  answer: zSentence,
  refusals: ['not-found', 'own-layer', 'reads-one-side', 'layer-empty', 'layer-long', 'mend-same', 'forbidden-word', 'forbidden-link', 'slow-down'],
  async handle(ground, viewer, { params: { id }, body }) {
    await proposeMend(ground, viewer, id, body)
    const [sentence] = await page(ground, viewer, id, { key: body.sentence, from: 0, most: 1 })
    if (!sentence) throw notFound()
    return sentence
  },
})

const vote = defineRoute({
  method: 'put',
  path: '/mends/{id}/vote',
  tag,
  summary: 'Thank for a mend between two languages that I read; 0 takes it back',
  who: 'member',
  scope: 'write',
  limit: { count: 120, windowSeconds: 600 },
  params: mendParams,
  body: z.object({ value: z.union([z.literal(1), z.literal(0)]) }),
  answer: z.object({ votes: z.int(), state: zMend.shape.state }),
  refusals: ['not-found', 'own-layer', 'reads-one-side'],
  handle: (ground, viewer, { params: { id }, body: { value } }) => voteOnMend(ground, viewer, id, value),
})

const revert = defineRoute({
  method: 'delete',
  path: '/mends/{id}',
  tag,
  summary: 'Withdraw a mend, or bring back what stood there before it was taken',
  who: 'member',
  scope: 'write',
  params: mendParams,
  answer: null,
  refusals: ['not-found', 'not-yours'],
  handle: (ground, viewer, { params: { id } }) => revertMend(ground, viewer, id),
})

export const mendRoutes = [list, propose, vote, revert]
