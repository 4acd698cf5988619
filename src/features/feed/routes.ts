import { z } from 'zod'
import { profileOf } from '#features/profiles/index.ts'
import { zTopicBrief } from '#features/topics/index.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zLanguage } from '#ground/http/shapes.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { Refusal } from '#pure/problem/index.ts'
import { acts, composition, values, variety, weights } from '#pure/recommender/page/weights.ts'
import { across } from './across.ts'
import { discover, MOST_CURSOR } from './discover.ts'
import { firstTopics } from './first-topics.ts'
import { following, near, newest, ofList, ofPlace, ofTopic } from './lists.ts'
import { promiseRoutes } from './promises/routes.ts'
import { pageReader } from './reader.ts'
import { signalRoutes } from './signals/routes.ts'
import { served, zServedPage } from './signals/serve.ts'
import { sliderRoutes } from './sliders.ts'
import { whyOf, zWhy } from './why.ts'

const tag = 'feed'
const zNumbers = z.record(z.string(), z.number())

export const routes = [
  ...promiseRoutes,
  ...signalRoutes,
  defineRoute({
    method: 'get',
    path: '/about/ranking',
    tag,
    summary: 'The weights of Discover, the ones it runs with',
    who: 'guest',
    scope: 'read',
    answer: z.object({ values: zNumbers.describe('Of each act, in a score'), weights: zNumbers, composition: zNumbers, variety: zNumbers, acts: zNumbers }),
    handle: async () => ({ values, weights, composition, variety, acts }),
  }),
  defineRoute({
    method: 'get',
    path: '/notes/{id}/why',
    tag,
    summary: 'Why Discover shows me this note: reasons that add up to its score, and where it would stand without them',
    who: 'anyone',
    scope: 'read',
    params: z.object({ id: zId('note') }),
    answer: zWhy,
    refusals: ['not-found'],
    handle: (ground, viewer: Viewer, { params }) => whyOf(ground, viewer, params.id),
  }),
  defineRoute({
    method: 'get',
    path: '/feeds/discover',
    tag,
    summary: 'A page of Discover, each note with the reason it is there',
    who: 'anyone',
    scope: 'read',
    query: z.object({ cursor: z.string().max(MOST_CURSOR).optional(), limit: z.coerce.number().int().min(1).max(48).default(composition.slots) }),
    answer: zServedPage,
    async handle(ground, viewer: Viewer, { query }) {
      const who = await pageReader(ground, viewer)
      const { controls } = who
      if (controls.chronological) return served(ground, viewer, 'discover', await newest(ground, viewer, query), { controls })
      const { propensities, ...page } = await discover(ground, viewer, who, query)
      return served(ground, viewer, 'discover', page, { controls, propensities })
    },
  }),
  defineRoute({
    method: 'get',
    path: '/feeds/across',
    tag,
    summary: 'Notes that readers of several languages like alike; each says whose, three readers and more of a language',
    who: 'anyone',
    scope: 'read',
    query: z.object(pageQuery(8)),
    answer: zServedPage,
    handle: async (ground, viewer: Viewer, { query }) => served(ground, viewer, 'across', await across(ground, viewer, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/feeds/first-topics',
    tag,
    summary: 'Topics to begin with: what most people here write of, then broad ones; none that I follow or muted',
    who: 'anyone',
    scope: 'read',
    query: z.object({ limit: z.coerce.number().int().min(1).max(48).default(24) }),
    answer: z.object({ items: z.array(zTopicBrief) }),
    handle: async (ground, viewer: Viewer, { query }) => ({ items: await firstTopics(ground, viewer, query.limit) }),
  }),
  ...sliderRoutes,
  defineRoute({
    method: 'get',
    path: '/feeds/following',
    tag,
    summary: 'Notes and boosts of people I follow, newest first',
    who: 'member',
    scope: 'read',
    query: z.object(pageQuery()),
    answer: zServedPage,
    handle: async (ground, viewer, { query }) => served(ground, viewer, 'following', await following(ground, viewer, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/feeds/nearby',
    tag,
    summary: 'Notes within 50 km of a place, by distance band; without one, of the place on my profile',
    who: 'anyone',
    scope: 'read',
    query: z.object({ ...pageQuery(), placeId: z.string().max(80).optional() }),
    answer: zServedPage,
    refusals: ['place-needed'],
    async handle(ground, viewer: Viewer, { query }) {
      const me = viewerId(viewer)
      const placeId = query.placeId ?? (me === null ? null : (await profileOf(ground.db.read(), me)).placeId)
      if (!placeId) throw new Refusal('place-needed')
      return served(ground, viewer, 'nearby', await near(ground, viewer, placeId, query))
    },
  }),
  defineRoute({
    method: 'get',
    path: '/topics/{id}/notes',
    tag,
    summary: 'Notes of a topic, languages mixed',
    who: 'anyone',
    scope: 'read',
    params: z.object({ id: z.string().min(1).max(120) }),
    query: z.object({ ...pageQuery(), language: zLanguage.optional() }),
    answer: zServedPage,
    handle: async (ground, viewer: Viewer, { params, query }) => served(ground, viewer, 'topic', await ofTopic(ground, viewer, params.id, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/places/{id}/notes',
    tag,
    summary: 'Notes at a place',
    who: 'anyone',
    scope: 'read',
    params: z.object({ id: z.string().max(80) }),
    query: z.object(pageQuery()),
    answer: zServedPage,
    handle: async (ground, viewer: Viewer, { params, query }) => served(ground, viewer, 'place', await ofPlace(ground, viewer, params.id, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/lists/{id}/notes',
    tag,
    summary: 'Notes of the people on a list of mine',
    who: 'member',
    scope: 'read',
    params: z.object({ id: zId('list') }),
    query: z.object(pageQuery()),
    answer: zServedPage,
    handle: async (ground, viewer, { params, query }) => served(ground, viewer, 'list', await ofList(ground, viewer, params.id, query)),
  }),
]
