import { z } from 'zod'
import { placeName, registrationMode } from '#features/settings/index.ts'
import type { Ground } from '#ground/feature.ts'
import { defineRoute } from '#ground/http/route.ts'
import type { Member, Viewer } from '#ground/http/viewer.ts'
import { notFound } from '#pure/problem/index.ts'
import type { zSelf } from '../present.ts'
import { hasAdmin, memberById, settingsOf } from '../queries/members.ts'
import { deleteSession } from '../queries/sessions.ts'
import { signIn, signInByLink } from '../sign-in.ts'

/** What this place allows, as everyone may know it. */
export const zPlace = z.object({
  name: z.string(),
  registration: z.enum(['open', 'invite', 'approval', 'closed']),
  firstRun: z.boolean(),
  firstRunCode: z.boolean().describe('The first account needs the code that the server printed'),
  mailAvailable: z.boolean(),
  publicReading: z.boolean(),
  origin: z.string(),
})

/** A member as they see themselves; who they are is looked up anew. */
export async function selfOf(ground: Ground, viewer: Member): Promise<z.input<typeof zSelf>> {
  const row = await memberById(ground.db.q, viewer.id)
  if (!row) throw notFound()
  const { id, handle, name, role, locale, reads, writes, timeZone, email, pendingEmail, minor } = row
  const { confirmed, strong } = viewer
  return {
    id,
    handle,
    name,
    role,
    locale,
    reads,
    writes,
    timeZone,
    email,
    pendingEmail,
    minor,
    confirmed,
    strong,
    hasPassword: row.passwordHash !== null,
    settings: settingsOf(row),
  }
}

export async function placeOf(ground: Ground): Promise<z.input<typeof zPlace>> {
  const { db, config, mail } = ground
  const firstRun = !(await hasAdmin(db.q))
  return {
    name: await placeName(db.q),
    registration: await registrationMode(ground),
    firstRun,
    firstRunCode: firstRun && !config.loopback,
    mailAvailable: mail.available,
    publicReading: config.PUBLIC_READING === 'on',
    origin: config.origin,
  }
}

const beginSession = defineRoute({
  method: 'post',
  path: '/session',
  tag: 'people',
  summary: 'Sign in with handle or e-mail and password, and a code where there is a second factor',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  status: 200,
  body: z.object({ login: z.string().min(1).max(254), password: z.string().min(1).max(1024), code: z.string().max(40).optional() }),
  answer: z.object({ id: z.string() }),
  refusals: ['wrong-credentials', 'slow-down', 'second-factor-needed', 'wrong-code', 'account-waiting', 'account-suspended'],
  async handle(ground, viewer, { body }, call) {
    const { id, session } = await signIn(ground, viewer, body, call)
    call.cookie('session', session)
    return { id }
  },
})

const beginByLink = defineRoute({
  method: 'post',
  path: '/sign-in-links/{token}',
  tag: 'people',
  summary: 'Sign in by a link that the host printed; it works once',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  status: 200,
  params: z.object({ token: z.string().min(1).max(100) }),
  answer: z.object({ id: z.string() }),
  refusals: ['link-expired', 'slow-down', 'account-waiting', 'account-suspended'],
  async handle(ground, viewer, { params }, call) {
    const { id, session } = await signInByLink(ground, viewer, params.token, call)
    call.cookie('session', session)
    return { id }
  },
})

const endSession = defineRoute({
  method: 'delete',
  path: '/session',
  tag: 'people',
  summary: 'Sign out',
  who: 'guest',
  scope: 'read',
  unconfirmed: true,
  answer: null,
  async handle(ground, viewer: Viewer, _input, call) {
    if (viewer.kind === 'member' && viewer.sessionId) {
      await deleteSession(ground.db.q, viewer.id, viewer.sessionId)
      await ground.live.endStreams(ground.db.q, viewer.id)
    }
    call.cookie('session', null)
  },
})

export const sessionRoutes = [beginSession, endSession, beginByLink]
