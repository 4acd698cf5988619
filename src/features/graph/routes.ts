import { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import type { Instant } from '#ground/clock/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute, type Route } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import type { Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { pageOf, timeCursor } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { block, unblock } from './block.ts'
import { acceptRequest, follow, unfollow } from './follow.ts'
import { mute } from './mute.ts'
import { blockedPage, followPage } from './queries/follows.ts'
import {
  countListMembers,
  deleteList,
  deleteListMember,
  insertList,
  insertListMember,
  listById,
  listMemberPage,
  listPage,
  renameList,
} from './queries/lists.ts'
import { deleteMute, listMutes } from './queries/mutes.ts'

const actor = z.object({ id: zId('actor') })
const person = z.object({ actorId: zId('actor') })
const limit = { count: 200, windowSeconds: 3600 }
const zPerson = z.object({ id: z.string(), handle: z.string(), host: z.string().nullable(), name: z.string(), url: z.string() })

async function peopleOf(ground: Ground, ids: Parameters<typeof actorsById>[1]): Promise<z.input<typeof zPerson>[]> {
  const found = await actorsById(ground.db.q, ids)
  return ids.flatMap((id) => {
    const one = found.get(id)
    return one ? [{ id, handle: one.handle, host: one.host, name: one.name, url: `/@${one.handle}${one.host ? `@${one.host}` : ''}` }] : []
  })
}

const start = (cursor: string | undefined) => (cursor === undefined ? null : timeCursor(cursor))

/** The people of one page of rows, of which there may be one more than `limit`. */
async function peoplePage(ground: Ground, rows: { id: ActorId; at: Instant }[], limit: number) {
  const { items, next } = pageOf(rows, limit, ({ id, at }) => ({ key: at.toISOString(), id }))
  return {
    items: await peopleOf(
      ground,
      items.map(({ id }) => id),
    ),
    next,
  }
}

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
    handle: async (ground, me, { query: { cursor, limit: most } }) => peoplePage(ground, await blockedPage(ground.db.q, me.id, start(cursor), most), most),
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
      peoplePage(ground, await followPage(ground.db.q, me.id, 'requests', start(cursor), most), most),
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

const list = z.object({ id: zId('list') })
const onList = z.object({ id: zId('list'), actorId: zId('actor') })
const zName = z.string().trim().min(1).max(60)
const ownList = async ({ db }: Ground, me: Member, id: string) => {
  const found = await listById(db.q, me.id, id)
  if (!found) throw notFound()
  return found
}

const listRoutes: Route[] = [
  defineRoute({
    method: 'get',
    path: '/lists',
    tag: 'graph',
    summary: 'My lists of people',
    who: 'member',
    scope: 'read',
    query: z.object(pageQuery()),
    answer: zPage(z.object({ id: z.string(), name: z.string() })),
    refusals: ['bad-cursor'],
    async handle({ db }, me, { query: { cursor, limit: most } }) {
      const rows = await listPage(db.q, me.id, start(cursor), most)
      const { items, next } = pageOf(rows, most, ({ id, at }) => ({ key: at.toISOString(), id }))
      return { items: items.map(({ id, name }) => ({ id, name })), next }
    },
  }),
  defineRoute({
    method: 'post',
    path: '/lists',
    tag: 'graph',
    summary: 'Make a list',
    who: 'member',
    scope: 'write',
    body: z.object({ name: zName }),
    answer: z.object({ id: z.string() }),
    limit: { count: 60, windowSeconds: 3600 },
    async handle({ db, ids, clock }, me, { body }) {
      const id = ids.next()
      await insertList(db.q, { id, owner_id: me.id, name: body.name, created_at: clock.now() })
      return { id }
    },
  }),
  defineRoute({
    method: 'get',
    path: '/lists/{id}',
    tag: 'graph',
    summary: 'A list of mine and who is on it',
    who: 'member',
    scope: 'read',
    params: list,
    query: z.object(pageQuery()),
    answer: z.object({ id: z.string(), name: z.string(), peopleCount: z.int(), people: z.array(zPerson), next: z.string().nullable() }),
    refusals: ['not-found', 'bad-cursor'],
    async handle(ground, me: Member, { params, query: { cursor, limit: most } }) {
      const { id, name } = await ownList(ground, me, params.id)
      const [rows, peopleCount] = await Promise.all([listMemberPage(ground.db.q, id, start(cursor), most), countListMembers(ground.db.q, id)])
      const { items: people, next } = await peoplePage(ground, rows, most)
      return { id, name, peopleCount, people, next }
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/lists/{id}',
    tag: 'graph',
    summary: 'Rename a list',
    who: 'member',
    scope: 'write',
    params: list,
    body: z.object({ name: zName }),
    answer: null,
    handle: async (ground, me, { params, body }) => void (await renameList(ground.db.q, (await ownList(ground, me, params.id)).id, body.name)),
  }),
  defineRoute({
    method: 'delete',
    path: '/lists/{id}',
    tag: 'graph',
    summary: 'Delete a list',
    who: 'member',
    scope: 'write',
    params: list,
    answer: null,
    handle: async (ground, me, { params }) => void (await deleteList(ground.db.q, (await ownList(ground, me, params.id)).id)),
  }),
  defineRoute({
    method: 'put',
    path: '/lists/{id}/members/{actorId}',
    tag: 'graph',
    summary: 'Put someone on a list',
    who: 'member',
    scope: 'write',
    params: onList,
    answer: null,
    async handle(ground, me: Member, { params }) {
      const { id } = await ownList(ground, me, params.id)
      if ((await actorsById(ground.db.q, [params.actorId])).size === 0) throw notFound()
      await insertListMember(ground.db.q, id, params.actorId, ground.clock.now())
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/lists/{id}/members/{actorId}',
    tag: 'graph',
    summary: 'Take someone off a list',
    who: 'member',
    scope: 'write',
    params: onList,
    answer: null,
    handle: async (ground, me, { params }) => void (await deleteListMember(ground.db.q, (await ownList(ground, me, params.id)).id, params.actorId)),
  }),
]

export const routes: Route[] = [...followRoutes, ...muteRoutes, ...listRoutes]
