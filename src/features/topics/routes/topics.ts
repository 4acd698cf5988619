import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import { zTopicBrief, zTopicView } from '../present.ts'
import { followedTopics, followTopic, unfollowTopic } from '../queries/follows.ts'
import { topicsByPrefix } from '../queries/keys.ts'
import { findTopic, topicBriefs } from '../queries/topics.ts'
import { viewTopic } from '../view-topic.ts'

const params = z.object({ id: z.string().min(1).max(120) })
const zList = z.object({ items: z.array(zTopicBrief) })

const suggestions = defineRoute({
  method: 'get',
  path: '/topics/suggestions',
  tag: 'topics',
  summary: 'Topics with a label in any language that begins with q or sounds so',
  who: 'anyone',
  scope: 'read',
  query: z.object({ q: z.string().min(1).max(60), limit: z.coerce.number().int().min(1).max(10).default(8) }),
  answer: zList,
  async handle({ db }, viewer: Viewer, { query }) {
    const ids = await topicsByPrefix(db.read(), query.q, query.limit, viewerId(viewer))
    const briefs = await topicBriefs(db.read(), ids, viewer.locale)
    return { items: ids.flatMap((id) => briefs.get(id) ?? []) }
  },
})

const followed = defineRoute({
  method: 'get',
  path: '/topics',
  tag: 'topics',
  summary: 'Topics that I follow, newest first',
  who: 'member',
  scope: 'read',
  answer: zList,
  async handle({ db }, viewer) {
    const ids = await followedTopics(db.q, viewer.id)
    const briefs = await topicBriefs(db.q, ids, viewer.locale)
    return { items: ids.flatMap((id) => briefs.get(id) ?? []) }
  },
})

const topic = defineRoute({
  method: 'get',
  path: '/topics/{id}',
  tag: 'topics',
  summary: 'A topic, by id or by any of its labels',
  who: 'anyone',
  scope: 'read',
  params,
  answer: zTopicView,
  handle: ({ db }, viewer: Viewer, { params }) => viewTopic(db.q, viewer, params.id),
})

const follow = defineRoute({
  method: 'put',
  path: '/topics/{id}/follow',
  tag: 'topics',
  summary: 'Follow a topic',
  who: 'member',
  scope: 'follow',
  params,
  answer: null,
  limit: { count: 100, windowSeconds: 600 },
  async handle({ db, clock }, viewer, { params }) {
    const found = await findTopic(db.q, params.id, viewer.id)
    if (!found) throw notFound()
    await followTopic(db.q, viewer.id, found.id, clock.now())
  },
})

const unfollow = defineRoute({
  method: 'delete',
  path: '/topics/{id}/follow',
  tag: 'topics',
  summary: 'Stop following a topic',
  who: 'member',
  scope: 'follow',
  params,
  answer: null,
  async handle({ db }, viewer, { params }) {
    const found = await findTopic(db.q, params.id, viewer.id)
    if (found) await unfollowTopic(db.q, viewer.id, found.id)
  },
})

export const topicRoutes = [suggestions, followed, topic, follow, unfollow]
