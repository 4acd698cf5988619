import { z } from 'zod'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage, zTime } from '#ground/http/shapes.ts'
import { isAtLeast, type Member } from '#ground/http/viewer.ts'
import type { ActorId } from '#ground/ids/index.ts'
import { isUuid } from '#ground/ids/index.ts'
import { decodeCursor, pageOf } from '#pure/cursor/index.ts'
import { notFound, Refusal } from '#pure/problem/index.ts'
import { changeMember } from '../admin-members.ts'
import { zRole } from '../present.ts'
import { type MemberRow, memberById, memberPage } from '../queries/members.ts'

const zState = z.enum(['active', 'waiting', 'suspended', 'leaving'])
const zMember = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  role: zRole,
  state: zState,
  locale: z.string(),
  minor: z.boolean(),
  createdAt: zTime,
  confirmed: z.boolean(),
  email: z.string().nullable().describe('For admins only'),
})

const present = (row: MemberRow, viewer: Member): z.input<typeof zMember> => ({
  id: row.id,
  handle: row.handle,
  name: row.name,
  role: row.role,
  state: row.state,
  locale: row.locale,
  minor: row.minor,
  createdAt: row.createdAt.toISOString(),
  confirmed: row.confirmedAt !== null,
  email: isAtLeast(viewer, 'admin') ? (row.email ?? row.pendingEmail) : null,
})

function cursorOf(text: string): { key: number; id: string } {
  const { key, id } = decodeCursor(text)
  if (typeof key !== 'number' || !Number.isSafeInteger(key) || Math.abs(key) > 8.64e15 || !isUuid(id)) throw new Refusal('bad-cursor')
  return { key, id }
}

const list = defineRoute({
  method: 'get',
  path: '/admin/members',
  tag: 'people',
  summary: 'Members, newest first',
  who: 'moderator',
  scope: 'admin',
  query: z.object({ ...pageQuery(40), state: zState.optional(), role: zRole.optional(), handle: z.string().max(60).optional() }),
  answer: zPage(zMember),
  refusals: ['second-factor-needed'],
  async handle({ db }, viewer, { query: { cursor, limit, state = null, role = null, handle = null } }) {
    const rows = await memberPage(db.q, { state, role, handle }, cursor ? cursorOf(cursor) : null, limit + 1)
    const page = pageOf(rows, limit, (row) => ({ key: row.createdAt.getTime(), id: row.id }))
    return { ...page, items: page.items.map((row) => present(row, viewer)) }
  },
})

const change = defineRoute({
  method: 'patch',
  path: '/admin/members/{id}',
  tag: 'people',
  summary: 'Let someone in, refuse them, suspend them or lift it; admins change roles',
  who: 'moderator',
  scope: 'admin',
  params: z.object({ id: zId('actor') }),
  body: z.object({ role: zRole.optional(), state: z.enum(['active', 'suspended', 'refused']).optional() }),
  answer: zMember.nullable().describe('null when they were refused and forgotten'),
  refusals: ['second-factor-needed', 'not-allowed', 'not-waiting', 'still-waiting', 'last-admin', 'not-found'],
  async handle(ground: Ground, viewer, { params, body }) {
    await changeMember(ground, viewer, params.id as ActorId, body)
    const row = await memberById(ground.db.q, params.id as ActorId)
    if (!row && body.state !== 'refused') throw notFound()
    return row ? present(row, viewer) : null
  },
})

export const adminRoutes = [list, change]
