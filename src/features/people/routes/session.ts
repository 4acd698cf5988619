import { z } from 'zod'
import { defineRoute } from '#ground/http/route.ts'
import type { Member, Viewer } from '#ground/http/viewer.ts'
import type { Ground } from '#ground/feature.ts'
import { notFound } from '#pure/problem/index.ts'
import { zSelf } from '../present.ts'
import { hasAdmin, memberById, settingsOf } from '../queries/members.ts'
import { deleteSession } from '../queries/sessions.ts'
import { checkPasswordOf, openSession } from '../sign-in.ts'

const zPlace = z.object({
  registration: z.enum(['open', 'invite', 'approval', 'closed']), firstRun: z.boolean(), mailAvailable: z.boolean(), publicReading: z.boolean(), origin: z.string(),
})

export async function selfOf(ground: Ground, viewer: Member): Promise<z.input<typeof zSelf>> {
  const row = await memberById(ground.db.q, viewer.id)
  if (!row) throw notFound()
  return { id: row.id, handle: row.handle, name: row.name, role: row.role, locale: row.locale, reads: row.reads, writes: row.writes, timeZone: row.timeZone, email: row.email, confirmed: viewer.confirmed, minor: row.minor, settings: settingsOf(row) }
}

const session = defineRoute({
  method: 'get', path: '/session', tag: 'people', summary: 'Who is signed in, and what this place allows', who: 'guest', scope: 'read',
  answer: z.object({ viewer: zSelf.nullable(), locale: z.string(), place: zPlace }),
  async handle(ground, viewer: Viewer) {
    return {
      viewer: viewer.kind === 'member' ? await selfOf(ground, viewer) : null,
      locale: viewer.locale,
      place: { registration: ground.config.registration, firstRun: !(await hasAdmin(ground.db.q)), mailAvailable: ground.mail.available, publicReading: ground.config.PUBLIC_READING === 'on', origin: ground.config.origin },
    }
  },
})

const signIn = defineRoute({
  method: 'post', path: '/session', tag: 'people', summary: 'Sign in with handle or e-mail and password', who: 'guest', scope: 'read', unconfirmed: true, status: 200,
  body: z.object({ login: z.string().min(1).max(254), password: z.string().min(1).max(1024), code: z.string().max(20).optional() }),
  answer: z.object({ id: z.string() }), refusals: ['wrong-credentials', 'slow-down', 'second-factor-needed', 'account-waiting', 'account-suspended'],
  async handle(ground, _viewer, { body }, call) {
    const { row } = await checkPasswordOf(ground, body, call)
    call.cookie('session', await openSession(ground, row.id, { strong: false, userAgent: call.userAgent }))
    return { id: row.id }
  },
})

const signOut = defineRoute({
  method: 'delete', path: '/session', tag: 'people', summary: 'Sign out', who: 'guest', scope: 'read', unconfirmed: true, answer: null,
  async handle(ground, viewer: Viewer, _input, call) {
    if (viewer.kind === 'member' && viewer.sessionId) {
      await deleteSession(ground.db.q, viewer.id, viewer.sessionId)
      await ground.live.endStreams(ground.db.q, viewer.id)
    }
    call.cookie('session', null)
  },
})

export const sessionRoutes = [session, signIn, signOut]
