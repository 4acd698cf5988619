import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import { pageOf, timeStart } from '#pure/cursor/index.ts'
import { listInvites, MOST_USES, makeInvite, revokeInvite } from '../invite.ts'

const list = defineRoute({
  method: 'get',
  path: '/invites',
  tag: 'people',
  summary: 'Invites that can still be used: one’s own, and for staff everyone’s',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(z.object({ id: z.string(), label: z.string(), madeBy: z.string(), usesLeft: z.int(), expiresAt: zTime.nullable(), createdAt: zTime })),
  refusals: ['bad-cursor'],
  async handle(ground, viewer, { query: { cursor, limit } }) {
    const rows = await listInvites(ground, viewer, timeStart(cursor), limit)
    const { items, next } = pageOf(rows, limit, ({ id, createdAt }) => ({ key: createdAt.toISOString(), id }))
    return { items: items.map((row) => ({ ...row, expiresAt: row.expiresAt?.toISOString() ?? null, createdAt: row.createdAt.toISOString() })), next }
  },
})

const make = defineRoute({
  method: 'post',
  path: '/invites',
  tag: 'people',
  summary: 'Make an invite; its code is shown this once',
  who: 'member',
  scope: 'write',
  limit: { count: 60, windowSeconds: 3600 },
  body: z.object({
    label: z.string().trim().max(100).default(''),
    uses: z.int().min(1).max(MOST_USES).default(1),
    days: z.int().min(1).max(365).nullable().default(30),
  }),
  answer: z.object({ id: z.string(), code: z.string(), link: z.string() }),
  refusals: ['too-many-invites'],
  async handle(ground, viewer, { body }) {
    const { id, code } = await makeInvite(ground, viewer, body)
    return { id, code, link: `${ground.config.origin}/sign-up?invite=${code}` }
  },
})

const revoke = defineRoute({
  method: 'delete',
  path: '/invites/{id}',
  tag: 'people',
  summary: 'Take an invite back',
  who: 'member',
  scope: 'write',
  params: z.object({ id: zId('invite') }),
  answer: null,
  refusals: ['not-found'],
  handle: (ground, viewer, { params }) => revokeInvite(ground, viewer, params.id),
})

export const inviteRoutes = [list, make, revoke]
