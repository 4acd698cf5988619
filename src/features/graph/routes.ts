import { z } from 'zod'
import { defineRoute, type Route } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import { timeStart } from '#pure/cursor/index.ts'
import { block, unblock } from './block.ts'
import { acceptRequest, follow, unfollow } from './follow.ts'
import { listRoutes } from './list-routes.ts'
import { mute } from './mute.ts'
import { peoplePage, zPerson } from './people-page.ts'
import { blockedPage, followPage } from './queries/follows.ts'
import { deleteMute, listMutes } from './queries/mutes.ts'

const actor = z.object({ id: zId('actor') })
const person = z.object({ actorId: zId('actor') })
const limit = { count: 200, windowSeconds: 3600 }

const followRoutes: Route[] = [
  defineRoute({
    method: 'put',
    path: '/actors/{id}/follow',
    tag: 'graph',
    summary: 'Follow someone, or ask to',
    who: 'member',
    scope: 'follow',
    params: actor,
    limit,
    answer: z.object({ state: z.enum(['accepted', 'pending']) }),
    refusals: ['follow-self'],
    handle: async (ground, me, { params }) => ({ state: await follow(ground, me, params.id) }),
  }),
  defineRoute({
    method: 'delete',
    path: '/actors/{id}/follow',
    tag: 'graph',
    summary: 'Stop following, or take the request back',
    who: 'member',
    scope: 'follow',
    params: actor,
    answer: null,
    handle: (ground, me, { params }) => unfollow(ground, me.id, params.id),
  }),
  defineRoute({
    method: 'put',
    path: '/actors/{id}/block',
    tag: 'graph',
    summary: 'Block someone',
    who: 'member',
    scope: 'follow',
    params: actor,
    answer: null,
    limit,
    refusals: ['block-self'],
    handle: (ground, me, { params }) => block(ground, me, params.id),
  }),
  defineRoute({
    method: 'delete',
    path: '/actors/{id}/block',
    tag: 'graph',
    summary: 'Unblock someone',
    who: 'member',
    scope: 'follow',
    params: actor,
    answer: null,
    handle: (ground, me, { params }) => unblock(ground, me, params.id),
  }),
  defineRoute({
    method: 'get',
    path: '/blocks',
    tag: 'graph',
    summary: 'People I have blocked',
    who: 'member',
    scope: 'read',
    query: z.object(pageQuery()),
    answer: zPage(zPerson),
    refusals: ['bad-cursor'],
    handle: async (ground, me, { query: { cursor, limit: most } }) => peoplePage(ground, await blockedPage(ground.db.q, me.id, timeStart(cursor), most), most),
  }),
  defineRoute({
    method: 'get',
    path: '/follow-requests',
    tag: 'graph',
    summary: 'Who asks to follow me',
    who: 'member',
    scope: 'read',
    query: z.object(pageQuery()),
    answer: zPage(zPerson),
    handle: async (ground, me, { query: { cursor, limit: most } }) =>
      peoplePage(ground, await followPage(ground.db.q, me.id, 'requests', timeStart(cursor), most), most),
  }),
  defineRoute({
    method: 'put',
    path: '/follow-requests/{actorId}',
    tag: 'graph',
    summary: 'Let someone follow me',
    who: 'member',
    scope: 'follow',
    params: person,
    answer: null,
    handle: (ground, me, { params }) => acceptRequest(ground, me, params.actorId),
  }),
  defineRoute({
    method: 'delete',
    path: '/follow-requests/{actorId}',
    tag: 'graph',
    summary: 'Decline a request, or remove a follower',
    who: 'member',
    scope: 'follow',
    params: person,
    answer: null,
    handle: (ground, me, { params }) => unfollow(ground, params.actorId, me.id),
  }),
]

const muteRoutes: Route[] = [
  defineRoute({
    method: 'get',
    path: '/mutes',
    tag: 'graph',
    summary: 'What I do not want to meet',
    who: 'member',
    scope: 'read',
    answer: z.object({
      items: z.array(
        z.object({ id: z.string(), kind: z.enum(['person', 'topic', 'word', 'language']), value: z.string(), label: z.string(), until: zTime.nullable() }),
      ),
    }),
    handle: async ({ db, clock }, me) => ({
      items: (await listMutes(db.q, me.id, clock.now())).map((row) => ({ ...row, until: row.until?.toISOString() ?? null })),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/mutes',
    tag: 'graph',
    summary: 'Mute a person, topic, word or language, for some hours or for good',
    who: 'member',
    scope: 'follow',
    body: z.object({
      kind: z.enum(['person', 'topic', 'word', 'language']),
      value: z.string().min(1).max(120),
      label: z.string().max(120).optional(),
      hours: z
        .number()
        .int()
        .min(1)
        .max(24 * 365)
        .optional(),
    }),
    answer: z.object({ id: z.string() }),
    refusals: ['mute-empty', 'too-many'],
    handle: async (ground, me, { body }) => ({ id: await mute(ground, me, body) }),
  }),
  defineRoute({
    method: 'delete',
    path: '/mutes/{id}',
    tag: 'graph',
    summary: 'Unmute',
    who: 'member',
    scope: 'follow',
    params: z.object({ id: zId('mute') }),
    answer: null,
    handle: async ({ db }, me, { params }) => void (await deleteMute(db.q, me.id, params.id)),
  }),
]

export const routes: Route[] = [...followRoutes, ...muteRoutes, ...listRoutes]
