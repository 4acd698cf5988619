import { z } from 'zod'
import { actorsById } from '#features/people/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute, type Route } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import type { Member } from '#ground/http/viewer.ts'
import { pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { peoplePage, zPerson } from './people-page.ts'
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

const list = z.object({ id: zId('list') })
const onList = z.object({ id: zId('list'), actorId: zId('actor') })
const zName = z.string().trim().min(1).max(60)
const ownList = async ({ db }: Ground, me: Member, id: string) => {
  const found = await listById(db.q, me.id, id)
  if (!found) throw notFound()
  return found
}

export const listRoutes: Route[] = [
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
      const rows = await listPage(db.q, me.id, timeStart(cursor), most)
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
      const [rows, peopleCount] = await Promise.all([listMemberPage(ground.db.q, id, timeStart(cursor), most), countListMembers(ground.db.q, id)])
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
