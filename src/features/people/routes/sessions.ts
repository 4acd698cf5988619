import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import { pageQuery, zId, zPage } from '#ground/http/shapes.ts'
import { pageOf, timeStart } from '#pure/cursor/index.ts'
import { notFound } from '#pure/problem/index.ts'
import { zSession } from '../present.ts'
import { deleteSession, sessionPage } from '../queries/sessions.ts'
import { endSessions, needSession } from '../sessions.ts'

const listSessions = defineRoute({
  method: 'get',
  path: '/sessions',
  tag: 'people',
  summary: 'Where one is signed in',
  who: 'member',
  scope: 'read',
  query: z.object(pageQuery()),
  answer: zPage(zSession),
  refusals: ['session-needed', 'bad-cursor'],
  async handle({ db }, viewer, { query: { cursor, limit } }) {
    const current = needSession(viewer)
    const rows = await sessionPage(db.q, viewer.id, timeStart(cursor), limit)
    const { items, next } = pageOf(rows, limit, ({ id, seenAt }) => ({ key: seenAt.toISOString(), id }))
    return {
      items: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), seenAt: row.seenAt.toISOString(), current: row.id === current })),
      next,
    }
  },
})

const endOthers = defineRoute({
  method: 'delete',
  path: '/sessions',
  tag: 'people',
  summary: 'Sign out everywhere else',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  answer: null,
  refusals: ['session-needed'],
  async handle(ground, viewer) {
    const current = needSession(viewer)
    await ground.db.transaction((tx) => endSessions(ground, tx, viewer.id, current))
  },
})

const endOne = defineRoute({
  method: 'delete',
  path: '/sessions/{id}',
  tag: 'people',
  summary: 'Sign out in one place',
  who: 'member',
  scope: 'write',
  unconfirmed: true,
  params: z.object({ id: zId('session') }),
  answer: null,
  refusals: ['session-needed', 'not-found'],
  async handle({ db, live }, viewer, { params }) {
    needSession(viewer)
    if (!(await deleteSession(db.q, viewer.id, params.id))) throw notFound()
    await live.endStreams(db.q, viewer.id)
  },
})

export const sessionListRoutes = [listSessions, endOthers, endOne]
