import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import { choicesFor } from '../queries/choices.ts'
import { controlsOf } from '../queries/controls.ts'
import { countImpressions } from '../queries/signals.ts'
import { changeLearning, forgetAll, forgetOne, startWithoutHistory } from './change-learning.ts'
import { choose, unchoose } from './choose.ts'
import { CHOICES } from './kinds.ts'
import { knownActs, zAct, zActKind } from './known.ts'
import { recordSignals } from './record.ts'
import { MOST_TOKEN_CHARACTERS } from './served.ts'

const tag = 'feed'
const zSlot = z.int().min(0).max(79)
const zEvent = z.union([z.tuple([zSlot, z.enum(['impression', 'open', 'finish'])]), z.tuple([zSlot, z.literal('dwell'), z.int().min(0).max(86_400)])])
const zChoice = z.object({ id: zId('note'), choice: z.enum(CHOICES) })

const record = defineRoute({
  method: 'post',
  path: '/signals',
  tag,
  summary: 'What I did on a page that was served to me; sent twice is sent once',
  who: 'member',
  scope: 'write',
  status: 204,
  maxBytes: 16 * 1024,
  limit: { count: 120, windowSeconds: 60 },
  body: z.object({
    served: z.string().max(MOST_TOKEN_CHARACTERS).describe('`served` of the page'),
    events: z.array(zEvent).min(1).max(240).describe('Slot from 0, what, and of `dwell` the seconds'),
  }),
  answer: null,
  refusals: ['page-not-served', 'slow-down'],
  handle: (ground, viewer, { body }) => recordSignals(ground, viewer, body.served, body.events),
})

const chosen = defineRoute({
  method: 'get',
  path: '/notes/{id}/choices',
  tag,
  summary: 'What I chose for a note: hidden, less like it, tried',
  who: 'member',
  scope: 'read',
  params: z.object({ id: zId('note') }),
  answer: z.object({ choices: z.array(z.enum(CHOICES)) }),
  handle: async ({ db }, viewer, { params }) => ({ choices: await choicesFor(db.q, viewer.id, params.id) }),
})

const put = defineRoute({
  method: 'put',
  path: '/notes/{id}/choices/{choice}',
  tag,
  summary: 'Hide a note from my feeds, ask for less like it, or say that I tried it; told to nobody',
  who: 'member',
  scope: 'write',
  params: zChoice,
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => choose(ground, viewer, params.id, params.choice),
})

const take = defineRoute({
  method: 'delete',
  path: '/notes/{id}/choices/{choice}',
  tag,
  summary: 'Take such a choice back',
  who: 'member',
  scope: 'write',
  params: zChoice,
  answer: null,
  handle: (ground, viewer, { params }) => unchoose(ground, viewer, params.id, params.choice),
})

const learning = defineRoute({
  method: 'get',
  path: '/me/learning',
  tag,
  summary: 'How Discover learns from me',
  who: 'member',
  scope: 'read',
  answer: z.object({
    paused: z.boolean(),
    since: zTime.nullable().describe('Nothing from before is known to the engine'),
    chronological: z.boolean().describe('Discover by time alone, the same for everybody'),
    impressions: z.int().describe('Notes that were in view, once a day each, of the last 90 days'),
  }),
  async handle({ db }, viewer) {
    const [controls, impressions] = await Promise.all([controlsOf(db.q, viewer.id), countImpressions(db.q, viewer.id)])
    return { ...controls, since: controls.since?.toISOString() ?? null, impressions }
  },
})

const change = defineRoute({
  method: 'patch',
  path: '/me/learning',
  tag,
  summary: 'Pause learning or go on; Discover by time, or for me',
  who: 'member',
  scope: 'write',
  body: z.object({ paused: z.boolean().optional(), chronological: z.boolean().optional() }),
  answer: null,
  handle: (ground, viewer, { body }) => changeLearning(ground, viewer, body),
})

const anew = defineRoute({
  method: 'delete',
  path: '/me/learning/history',
  tag,
  summary: 'Start without my history: nothing from before now counts; likes and boards stay',
  who: 'member',
  scope: 'write',
  answer: null,
  handle: (ground, viewer) => startWithoutHistory(ground, viewer),
})

const known = defineRoute({
  method: 'get',
  path: '/me/acts',
  tag,
  summary: 'What the engine knows of me, newest first',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(zAct),
  refusals: ['bad-cursor'],
  handle: (ground, viewer, { query }) => knownActs(ground, viewer, query),
})

const forget = defineRoute({
  method: 'delete',
  path: '/me/acts/{id}/{kind}',
  tag,
  summary: 'Make the engine forget what I did with a note in this way; a like stays a like',
  who: 'member',
  scope: 'write',
  params: z.object({ id: zId('note'), kind: zActKind }),
  answer: null,
  handle: (ground, viewer, { params }) => forgetOne(ground, viewer, params.id, params.kind),
})

const forgetEverything = defineRoute({
  method: 'delete',
  path: '/me/acts',
  tag,
  summary: 'Delete all that was recorded of me, and start without history',
  who: 'member',
  scope: 'write',
  answer: null,
  handle: (ground, viewer) => forgetAll(ground, viewer),
})

export const signalRoutes = [record, chosen, put, take, learning, change, anew, known, forget, forgetEverything]
