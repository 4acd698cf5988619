import { z } from 'zod'
import { instant } from '#ground/clock/index.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zPage } from '#ground/http/shapes.ts'
import { type Viewer, viewerId } from '#ground/http/viewer.ts'
import { decodeCursor, isMoment, pageOf } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { linkTopics } from '../link-topics.ts'
import { zTopicBrief, zTopicView } from '../present.ts'
import { followedPage, followTopic, unfollowTopic } from '../queries/follows.ts'
import { topicsByPrefix } from '../queries/keys.ts'
import { findTopic, topicBriefs } from '../queries/topics.ts'
import { NEIGHBOURS } from '../topic.ts'
import { viewTopic } from '../view-topic.ts'

const params = z.object({ id: z.string().min(1).max(120) })
const zList = z.object({ items: z.array(zTopicBrief) })

/** A moment, and the id of a topic, which may be a word. */
function placeOf(cursor: string) {
  const { key, id } = decodeCursor(cursor)
  if (!isMoment(key) || id.includes('\0')) throw new Refusal('bad-cursor')
  return { at: instant(key), id }
}

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
    const briefs = await topicBriefs(db.read(), ids, viewer.locale, viewerId(viewer))
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
  query: z.object(pageQuery(40)),
  answer: zPage(zTopicBrief),
  refusals: ['bad-cursor'],
  async handle({ db }, viewer, { query: { cursor, limit } }) {
    const rows = await followedPage(db.q, viewer.id, cursor === undefined ? null : placeOf(cursor), limit + 1)
    const { items, next } = pageOf(rows, limit, ({ at, id }) => ({ key: at.toISOString(), id }))
    const ids = items.map(({ id }) => id)
    const briefs = await topicBriefs(db.q, ids, viewer.locale, viewer.id)
    return { items: ids.flatMap((id) => briefs.get(id) ?? []), next }
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

const link = defineRoute({
  method: 'put',
  path: '/admin/topics/{id}/links',
  tag: 'topics',
  summary: 'Say what another topic is to this one in the graph (curators)',
  who: 'moderator',
  scope: 'admin',
  params,
  body: z.object({
    other: z.string().min(1).max(200).describe('Id or label of a topic'),
    as: z.enum(NEIGHBOURS).describe('`apart`: near, and not the same; `none`: no neighbour'),
  }),
  answer: zTopicView,
  refusals: ['not-found', 'topic-unknown', 'topics-one-already'],
  async handle(ground, me, { params: { id }, body }) {
    await linkTopics(ground, me, id, body)
    return viewTopic(ground.db.q, me, id)
  },
})

export const topicRoutes = [suggestions, followed, topic, follow, unfollow, link]
