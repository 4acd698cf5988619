import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zLanguage, zPage } from '#ground/http/shapes.ts'
import type { Viewer } from '#ground/http/viewer.ts'
import { zProposal, zStep } from '../present.ts'
import { ANSWERS, answerProposal } from '../same/answer-proposal.ts'
import { askWhetherSame } from '../same/ask-whether-same.ts'
import { overruleProposal } from '../same/overrule-proposal.ts'
import { historyOf, listProposals, viewProposal } from '../same/view-proposals.ts'

const tag = 'topics'
const params = z.object({ id: zId('topic-proposal') })
const limit = { count: 60, windowSeconds: 600 }
const reason = z.string().max(2_000).default('').describe('Up to 280 characters, for everybody to read')
const zState = z.enum(['open', 'same', 'apart'])

const list = defineRoute({
  method: 'get',
  path: '/topic-proposals',
  tag,
  summary: 'Pairs of topics that may be the same, the last changed first',
  who: 'anyone',
  scope: 'read',
  query: z.object({
    ...pageQuery(),
    state: zState.default('open'),
    languages: z.enum(['mine', 'all']).default('mine').describe('`mine`: with a label on each side that I read'),
    topic: z.string().min(1).max(120).optional().describe('Only about this one, by id or label'),
  }),
  answer: zPage(zProposal),
  refusals: ['not-found', 'bad-cursor'],
  handle: (ground, viewer: Viewer, { query }) => listProposals(ground, viewer, query),
})

const view = defineRoute({
  method: 'get',
  path: '/topic-proposals/{id}',
  tag,
  summary: 'Whether two topics are the same, and what speaks for it',
  who: 'anyone',
  scope: 'read',
  params,
  answer: zProposal,
  refusals: ['not-found'],
  handle: (ground, viewer: Viewer, { params: { id } }) => viewProposal(ground, viewer, id),
})

const history = defineRoute({
  method: 'get',
  path: '/topic-proposals/{id}/history',
  tag,
  summary: 'Every step of it with who and when, newest first',
  who: 'anyone',
  scope: 'read',
  params,
  query: z.object(pageQuery()),
  answer: zPage(zStep),
  refusals: ['not-found', 'bad-cursor'],
  handle: (ground, _viewer, { params: { id }, query }) => historyOf(ground, id, query),
})

const ask = defineRoute({
  method: 'post',
  path: '/topics/{id}/proposals',
  tag,
  summary: 'Ask whether another topic, or a name that none has yet, is the same as this one; or say that it is not',
  who: 'member',
  scope: 'write',
  limit,
  params: z.object({ id: z.string().min(1).max(120) }),
  body: z.object({
    other: z.string().min(1).max(200).describe('Id or label of a topic, or a new name'),
    language: zLanguage.describe('Of a new name'),
    answer: z.enum(['same', 'apart']),
    reason,
  }),
  answer: zProposal,
  refusals: ['not-found', 'topic-unknown', 'topics-one-already', 'reason-missing', 'reason-long', 'forbidden-word', 'forbidden-link', 'slow-down'],
  handle: async (ground, me, { params: { id }, body }) => viewProposal(ground, me, await askWhetherSame(ground, me, id, body)),
})

const answer = defineRoute({
  method: 'put',
  path: '/topic-proposals/{id}/answer',
  tag,
  summary: 'Say that they are the same (reading both sides), that they are not (with a reason), or take that back',
  who: 'member',
  scope: 'write',
  limit,
  params,
  body: z.object({ answer: z.enum(ANSWERS), reason }),
  answer: zProposal,
  refusals: ['not-found', 'reads-one-label', 'reason-missing', 'reason-long', 'forbidden-word', 'forbidden-link', 'slow-down'],
  async handle(ground, me, { params: { id }, body }) {
    await answerProposal(ground, me, id, body)
    return viewProposal(ground, me, id)
  },
})

const overrule = defineRoute({
  method: 'put',
  path: '/admin/topic-proposals/{id}',
  tag,
  summary: 'Make two topics one, keep them apart, or ask again (curators)',
  who: 'moderator',
  scope: 'admin',
  params,
  body: z.object({ state: zState, reason }),
  answer: zProposal,
  refusals: ['not-found', 'reason-missing', 'reason-long', 'forbidden-word', 'forbidden-link'],
  async handle(ground, me, { params: { id }, body }) {
    await overruleProposal(ground, me, id, body)
    return viewProposal(ground, me, id)
  },
})

export const proposalRoutes = [list, view, history, ask, answer, overrule]
